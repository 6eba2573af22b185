// What both measurements need: the site's processor time, and people of the demo who are signed in.
import { readFileSync } from 'node:fs';

export const password = 'guildhall-demo-2026';
const demo = name => JSON.parse(readFileSync(new URL(`../demo/${name}.json`, import.meta.url)));
export const clients = demo('clients').map(c => ({ email: c.email, name: c.person }));
export const freelancers = demo('people').map(p => ({ email: p.email, name: p.name }));

/** Milliseconds of processor time the process has used, all its threads together. */
export const cpu = pid => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/.*\) /, '').split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
};

export async function call(base, path, { token, body, cookie, method } = {}) {
  const answer = await fetch(base + path, {
    method: method ?? (body ? 'POST' : 'GET'), redirect: 'manual',
    headers: { ...(body && { 'content-type': 'application/json' }), ...(token && { authorization: `Bearer ${token}` }),
      ...(cookie && { cookie }) },
    body: body && JSON.stringify(body),
  });
  const text = await answer.text();
  if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${text.slice(0, 300)}`);
  return answer.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text;
}

export const signIn = async (base, person) =>
  ({ ...person, token: (await call(base, '/api/v1/auth/login', { body: { email: person.email, password } })).accessToken });
