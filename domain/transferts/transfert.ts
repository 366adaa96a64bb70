import type { Demande } from '../parcours/demandes';
import type { MotifChangement } from '../parcours/referent';
import type { CivilDate } from '../temps/jour';

/** R23, R24 — what a transfer does to each parcours: gives it for good, lends it for some days, gives it back early. */
export type Passage =
  | { readonly genre: 'definitif'; readonly motif: MotifChangement }
  | { readonly genre: 'remplacement'; readonly du: CivilDate; readonly au: CivilDate }
  | { readonly genre: 'retour'; readonly remplacementId: string };

/** `apercu`: nothing is done before a person confirms. `en_cours`: the workflow passes the parcours one by one. */
export type EtatTransfert = 'apercu' | 'en_cours' | 'fini';

/** R23 — many parcours of one référent that pass to another, asked by one person at once. */
export type Transfert = {
  readonly id: string;
  readonly deId: string;
  readonly versId: string;
  readonly passage: Passage;
};

/** R23 — each parcours is asked by the same door as if a person had asked for it alone. */
export function demandeOf({ id, versId, passage }: Transfert, le: CivilDate): Demande {
  switch (passage.genre) {
    case 'definitif':
      return {
        type: 'changeReferent',
        referentId: versId,
        motif: passage.motif,
        le,
        texteId: null,
        transfertId: id,
      };
    case 'remplacement': {
      const { du, au } = passage;
      return { type: 'assignRemplacant', remplacementId: id, referentId: versId, du, au };
    }
    case 'retour':
      return { type: 'cancelRemplacement', remplacementId: passage.remplacementId };
  }
}
