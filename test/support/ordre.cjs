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

const rangOf = ({ path }) => {
  const rang = LONGS.findIndex((nom) => path.includes(`/test/${nom}.serveur.test.`));
  if (rang !== -1) return rang;
  return path.includes('.serveur.test.') ? LONGS.length : LONGS.length + 1;
};

/** What needs the servers before what does not: the short files fill the gaps of the others. */
module.exports = class Ordre extends Sequencer {
  sort(tests) {
    return [...super.sort(tests)].sort((a, b) => rangOf(a) - rangOf(b));
  }
};
