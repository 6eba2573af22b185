.PHONY: run test test-fast openapi docs migration
# The site with its demo on http://localhost:5000
run:
	dotnet run --project src/Guildhall -c Release
# Everything: both databases, the browser journeys on the published build. Installs what is missing when it can.
test:
	scripts/test
# The inner loop: SQLite, no browser.
test-fast:
	scripts/test fast
# Writes docs/api/openapi.json as the site answers it now.
openapi:
	GUILDHALL_WRITE_OPENAPI=1 dotnet run --project tests/Guildhall.Tests -- -class '*.ApiDocumentTests'
# Writes docs/operating/settings.md and docs/api/errors.md from the code as it is now.
docs:
	GUILDHALL_WRITE_DOCS=1 dotnet run --project tests/Guildhall.Tests -- -class '*.Docs.SettingsTests' \
		-class '*.Docs.ErrorCodeTests'
# make migration NAME=AddSomething
migration:
	scripts/migration $(NAME)
