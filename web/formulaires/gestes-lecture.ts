import { ditJour } from '../../domain/parcours/dire';
import type { GestePermisDe } from '../../domain/parcours/gestes';
import { choixOuCache } from './champs-frequents';
import type { Formulaire } from './formulaire';

type GesteLecture = GestePermisDe<'recordLecture'>;

const QUOI = {
  empechement: 'elle ne peut pas venir',
  motif: 'réponse à la demande de motif',
} as const satisfies Record<GesteLecture['reponses'][number]['quoi'], string>;

/** R49 — the référent says that he has read what the person answered. */
export function formulaireLecture({ geste, reponses }: GesteLecture): Formulaire {
  return {
    geste,
    titre: 'Marquer une réponse comme lue',
    suite:
      'Elle quitte la liste de ce qui est à traiter. Le rendez-vous reste fixé, et le motif reste à enregistrer.',
    champs: [
      choixOuCache(
        'cible.rang',
        'Réponse',
        reponses.map(({ rang, quoi, le }) => ({
          valeur: String(rang),
          libelle: `${QUOI[quoi]}, dit le ${ditJour(le)}`,
        })),
      ),
    ],
    bouton: 'Marquer comme lue',
    grave: false,
  };
}
