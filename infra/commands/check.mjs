// npm run check: what CI runs. All of it is specs, so that nothing is checked there that `npm test` does not check here.
process.stdout.write(`Checks, all of them run by jest:
  test/architecture  type check, lint, the walls from their wrong side, generated types
  libs, apps         rules, wiring, SQL on a real PostgreSQL
  test               tenancy, contracts, journeys, and one boot of what was built
`);
await import('./test.mjs');
