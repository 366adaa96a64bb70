const Sequencer = require('@jest/test-sequencer').default;

/** The longest first, so that the last minute of a run is not one file alone on one core. */
const LONGS = [
  'workflows/vies',
  'workflows/coupures',
  'jalons/docteur',
  'workflows/pannes',
  'workflows/restauration',
  'workflows/importation',
  'workflows/transfert',
  'workflows/arret-en-charge',
  'tools/systeme',
];

/** And of those without a server. */
const LONGS_SANS_SERVEUR = [
  'proprietes/vies',
  'domain/courriels/injection',
  'replay/histoires',
  'proprietes/corrections',
  'api/porte',
  'jalons/commandes',
];

const rangOf = ({ path }) => {
  const rang = LONGS.findIndex((nom) => path.includes(`/test/${nom}.serveur.test.`));
  if (rang !== -1) return rang;
  if (path.includes('.serveur.test.')) return LONGS.length;
  return LONGS.length + (LONGS_SANS_SERVEUR.some((nom) => path.includes(`/test/${nom}.test.`)) ? 1 : 2);
};

/** What needs the servers before what does not: the short files fill the gaps of the others. */
module.exports = class Ordre extends Sequencer {
  sort(tests) {
    return [...super.sort(tests)].sort((a, b) => rangOf(a) - rangOf(b));
  }
};
