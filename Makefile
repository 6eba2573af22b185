.PHONY: run test test-fast bench openapi docs migration
# The site with its demo on http://localhost:5000
run:
	dotnet run --project src/Guildhall -c Release
# Everything: both databases, the browser journeys on the published build. Installs what is missing when it can.
test:
	scripts/test
# The inner loop: SQLite, no browser.
test-fast:
	scripts/test fast
# What pages cost and how many whole jobs a second: bench/results. Wants PostgreSQL, and a machine to itself.
bench:
	bench/run
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
