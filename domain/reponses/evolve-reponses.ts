import type { FaitInscrit } from '../parcours/faits';
import type { Reponse } from './reponse';

export function evolveReponses(
  reponses: readonly Reponse[],
  { fait, a }: Pick<FaitInscrit, 'fait' | 'a'>,
): readonly Reponse[] {
  const ici = { rang: reponses.length + 1, a };
  switch (fait.type) {
    case 'venue_confirmee': {
      const { rendezVousId, revision } = fait;
      return [...reponses, { ...ici, quoi: 'venue', rendezVousId, revision }];
    }
    case 'empechement_annonce': {
      const { rendezVousId, revision, motif, moments, texteId } = fait;
      return [...reponses, { ...ici, quoi: 'empechement', rendezVousId, revision, motif, moments, texteId }];
    }
    case 'motif_repondu': {
      const { manquement, tardive, texteId, documentId } = fait;
      return [
        ...reponses,
        { ...ici, quoi: 'motif', manquement, tardive, texteId, documentId, traitee: false },
      ];
    }
    case 'reponse_lue':
      return reponses.map((r) => (r.rang === fait.reponse ? { ...r, lueA: a } : r));
    case 'motif_recu':
    case 'motif_qualifie':
      return reponses.map((r) =>
        r.quoi === 'motif' && r.manquement === fait.manquement ? { ...r, traitee: true } : r,
      );
    default:
      return reponses;
  }
}
