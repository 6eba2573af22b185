/** Whether somebody changed a field since the page was made. */
export function changed(control: Element) {
  if (control instanceof HTMLInputElement)
    switch (control.type) {
      case 'checkbox': case 'radio': return control.checked !== control.defaultChecked;
      case 'file': return control.files!.length > 0;
      case 'hidden': return false;
      default: return control.value !== control.defaultValue;
    }
  if (control instanceof HTMLTextAreaElement) return control.value !== control.defaultValue;
  const options = control instanceof HTMLSelectElement ? [...control.options] : [];
  return options.some(o => o.defaultSelected) && options.some(o => o.selected !== o.defaultSelected);
}
