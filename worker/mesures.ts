import { Counter, Histogram, type Registry } from 'prom-client';
import type { RelaisSmtp } from '../activities/envoi/relais-smtp';
import type { ReponseRelais } from '../activities/envoi/reponse';
import type { Reveilleur } from '../temporal/reveilleur';

export type Mesures = {
  readonly activite: (activite: string, issue: 'aboutie' | 'echouee', secondes: number) => void;
  /** The same relay, each attempt counted by what it taught. */
  readonly ofRelais: (relais: RelaisSmtp) => RelaisSmtp;
  /** The same voice, each wake-up counted. */
  readonly ofReveilleur: (reveilleur: Reveilleur) => Reveilleur;
};

/** Known beforehand, so that a counter is there before its first event: from nothing to one is an increase too. */
const CLASSES: Readonly<Record<ReponseRelais['classe'], true>> = {
  accepte: true,
  temporaire: true,
  inconnue: true,
  adresse_refusee: true,
  contenu_refuse: true,
  configuration: true,
};

export function createMesures(metriques: Registry): Mesures {
  const registers = [metriques];
  const activites = new Histogram({
    name: 'jalons_activite_secondes',
    help: 'Durée des activités du worker',
    labelNames: ['activite', 'issue'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 30],
    registers,
  });
  const essais = new Counter({
    name: 'jalons_courriels_essais_total',
    help: 'Essais d’envoi de courriels, par ce que le relais a répondu',
    labelNames: ['classe'],
    registers,
  });
  for (const classe of Object.keys(CLASSES)) essais.inc({ classe }, 0);
  const reveils = new Counter({
    name: 'jalons_reveils_total',
    help: 'Workflows réveillés par le relais',
    labelNames: ['issue'],
    registers,
  });
  for (const issue of ['aboutie', 'echouee']) reveils.inc({ issue }, 0);
  return {
    activite: (activite, issue, secondes) => activites.observe({ activite, issue }, secondes),
    ofRelais: (relais) => ({
      ...relais,
      async send(pli, essai) {
        const reponse = await relais.send(pli, essai);
        essais.inc({ classe: reponse.classe });
        return reponse;
      },
    }),
    ofReveilleur: (reveilleur) => ({
      async wake(cible, raison) {
        try {
          await reveilleur.wake(cible, raison);
          reveils.inc({ issue: 'aboutie' });
        } catch (erreur) {
          reveils.inc({ issue: 'echouee' });
          throw erreur;
        }
      },
    }),
  };
}
