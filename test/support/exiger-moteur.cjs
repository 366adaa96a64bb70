/** The server tests need what `npm test` starts: said once, rather than by a hundred refused connections. */
module.exports = () => {
  if (process.env.JALONS_TEST_PG_URL) return;
  throw new Error(
    'Ces tests demandent PostgreSQL et Temporal : lancez « npm test -- chemin/du/test », qui les démarre.',
  );
};
