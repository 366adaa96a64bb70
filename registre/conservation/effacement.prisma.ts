import { raisonDeGarder, type RaisonDeGarder } from '../../domain/conservation/conservation';
import { nomEfface, type RaisonEffacement } from '../../domain/conservation/effacement';
import { appendConclusion as joinConclusions } from '../../domain/parcours/conclusion';
import { decide } from '../../domain/parcours/decide';
import { prochaineEcheance } from '../../domain/parcours/echeancier';
import type { Acteur } from '../../domain/parcours/faits';
import { honourDues } from '../../domain/parcours/honour';
import { explainRefus, type Refus } from '../../domain/refus';
import { jourAt } from '../../domain/temps/heure-locale';
import type { CivilDate } from '../../domain/temps/jour';
import { colonneOfInstant, instantOfColonne } from '../dates';
import { appendConclusion } from '../journal/ecriture.prisma';
import { contexteOf, lockParcours, readMoment } from '../journal/lecture.prisma';
import { reveilOf } from '../reveils/reveils';
import { lock, type Salve } from '../salve';
import type { Comptes } from './comptes.prisma';
import { ATTENTES, EFFACE, ENVOIS, PERSONNE } from './requetes';

export type Effacement =
  | { readonly fait: Comptes; readonly le: CivilDate }
  | { readonly absente: true }
  | { readonly refus: Refus }
  /** R44 — a purge leaves her where she is. */
  | { readonly garde: RaisonDeGarder }
  /** Somebody holds one of her mails, or a digest that may name her: its bytes would be written after us. */
  | { readonly envoiEnCours: true };

type Demandee = {
  readonly beneficiaireId: string;
  readonly raison: RaisonEffacement;
  readonly par: Acteur;
  /** R44 — only if she has been kept for so many months; null: whatever the delay. */
  readonly mois: number | null;
};

type LignePersonne = { efface_a: Date | null; cree_a: Date };
type LigneAttentes = { parcours: number; courriel: boolean; import: boolean };

/**
 * R45 — one person, whole, in one transaction: asked by her or by a purge, twice is once. Locks as everywhere: her
 * parcours by ascending id, then her row, then her mails.
 */
export async function erasePersonne(tx: Salve, x: Demandee): Promise<Effacement> {
  const { beneficiaireId, par, raison } = x;
  const siens = { name: 'parcours_de', text: PARCOURS, values: [beneficiaireId] };
  const ids = (await tx.read<{ id: string }>(siens)).map(({ id }) => id);
  const lus = [];
  for (const id of ids) lus.push(await lockParcours(tx, id));
  const requete = { name: 'personne_a_effacer', text: PERSONNE, values: [beneficiaireId] };
  const [personne] = await lock('parcours', tx.read<LignePersonne>(requete));
  if (personne === undefined) return { absente: true };
  const { horloge } = lus[0] ?? (await readMoment(tx, beneficiaireId));
  if (personne.efface_a !== null)
    return { refus: { code: 'personne_effacee', le: jourDe(instantOfColonne(personne.efface_a)) } };
  const [attend] = await tx.read<LigneAttentes>({
    ...{ name: 'attentes_de_personne', text: ATTENTES, values: [beneficiaireId] },
  });
  // Opened between the two reads: it is open.
  if (attend?.parcours !== ids.length) return { refus: { code: 'personne_suivie' } };

  const parcours = lus.flatMap((lu) => (lu === null ? [] : [lu]));
  const situes = parcours.map((lu) => ({
    ...{ lu, ctx: contexteOf(lu.parcours, lu.horloge, lu.personne, null) },
  }));
  const { maintenant } = horloge;
  const garde =
    x.mois === null
      ? null
      : raisonDeGarder(
          {
            parcours: situes.map(({ lu, ctx }) => ({ p: lu.parcours, r: ctx })),
            inscriteA: instantOfColonne(personne.cree_a),
            courrielEnAttente: attend.courriel,
            importEnAttente: attend.import,
          },
          { maintenant, mois: x.mois },
        );
  if (garde !== null) return { garde };

  const decides = situes.map(({ lu, ctx }) => {
    const dues = honourDues(lu.parcours, ctx);
    const demande = { type: 'recordEffacement', raison } as const;
    return { lu, ctx, dues, decision: decide(lu.parcours.id, demande, dues.apres, ctx, par) };
  });
  for (const { decision } of decides) if (!decision.accepte) return { refus: decision.refus };
  const structures = [...new Set(parcours.map((lu) => lu.parcours.structureId))];
  const [envois] = await tx.read<{ en_cours: number }>({
    ...{ name: 'envois_en_cours', text: ENVOIS, values: [ids, structures] },
  });
  if (envois === undefined || envois.en_cours > 0) return { envoiEnCours: true };

  for (const { lu, ctx, dues, decision } of decides) {
    if (!decision.accepte) continue;
    appendConclusion(tx, joinConclusions(dues, decision.conclusion), ctx);
    // Its workflow sleeps only when something was to come.
    if (attend.courriel || prochaineEcheance(lu.parcours, ctx) !== null)
      tx.write(
        reveilOf({ cible: `parcours-${lu.parcours.id}`, numero: lu.numero, raison: 'recordEffacement' }),
      );
  }
  const le = jourDe(maintenant);
  const { prenom, nom } = nomEfface(le);
  const [fait] = await tx.read<Comptes>({
    name: 'efface_personne',
    text: EFFACE,
    values: [
      ...[beneficiaireId, ids, structures, prenom, nom, colonneOfInstant(maintenant)],
      ...[[beneficiaireId, ...ids], JSON.stringify(reponseOf(le))],
    ],
  });
  if (fait === undefined) throw new Error('Un effacement n’a rien compté.');
  return { fait, le };
}

const PARCOURS = 'SELECT id FROM parcours WHERE beneficiaire_id = $1::uuid ORDER BY id';

/** The row says one day for everybody who reads it. */
const jourDe = (a: Parameters<typeof jourAt>[0]) => jourAt(a, 'metropole');

/** What an answer kept under a key says instead of the person: to be asked again is to be refused. */
function reponseOf(le: CivilDate) {
  const refus = { code: 'personne_effacee', le } as const;
  return {
    type: 'urn:jalons:refus:personne_effacee',
    ...{
      title: 'Demande refusée',
      status: 409,
      detail: explainRefus(refus),
      code: refus.code,
      donnees: { le },
    },
  };
}
