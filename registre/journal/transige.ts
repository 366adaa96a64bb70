import { appendConclusion as joinConclusions, type Conclusion } from '../../domain/parcours/conclusion';
import { aujourdhui, contexteOf as contexteOfEdition, type Contexte } from '../../domain/parcours/contexte';
import { agendaVouluOf, decide } from '../../domain/parcours/decide';
import type { Demande } from '../../domain/parcours/demandes';
import { echeancesDues } from '../../domain/parcours/echeancier';
import type { Acteur } from '../../domain/parcours/faits';
import { honourDues } from '../../domain/parcours/honour';
import type { Parcours } from '../../domain/parcours/parcours';
import type { Refus } from '../../domain/refus';
import { lockReferents, readAgenda, readAgendaDe } from '../agenda/agenda.prisma';
import { inTransaction, type Base, type Transaction } from '../base';
import { colonneOfInstant } from '../dates';
import { horlogeOf } from '../horloge/horloge';
import { writeReveil } from '../reveils/reveils';
import { appendConclusion } from './ecriture.prisma';
import { decideSuivant, writeSilence, writeSuivant, type Suite } from './suites.prisma';
import { findReponse, storeReponse, type Idempotence, type Reponse } from './idempotence.prisma';
import { contexteOf, lockParcours, readMoment, type Verrouille } from './lecture.prisma';

/** What a person asks, with the texts that it carries and the key that makes twice once. */
export type Saisie = {
  readonly parcoursId: string;
  readonly demande: Demande;
  readonly par: Acteur;
  readonly textes?: readonly { readonly id: string; readonly contenu: string }[];
  readonly idempotence?: Idempotence & { readonly repondre: (issue: Issue) => Reponse };
};

type Acceptee = {
  readonly accepte: true;
  readonly rang: number;
  readonly apres: Parcours;
  readonly reveil: bigint;
  /** The other parcours that the same act has written: opened by a reorientation, silenced by a death. */
  readonly suites: readonly Suite[];
};

export type Issue =
  | Acceptee
  | { readonly accepte: false; readonly refus: Refus }
  | { readonly absent: true }
  | { readonly dejaRepondu: Reponse }
  | { readonly cleDejaPrise: true };

/**
 * The one door of every demande (house 1): lock, read now, honour what is due, decide, append, and write the
 * wake-up — all or nothing. A refus keeps what was due honoured.
 */
export function transige(base: Base, saisie: Saisie): Promise<Issue> {
  return inTransaction(base, async (tx) => {
    const { idempotence } = saisie;
    if (idempotence !== undefined) {
      const connue = await findReponse(tx, idempotence);
      if (connue !== null) return connue;
    }
    const issue = await decideIn(tx, saisie);
    if (idempotence !== undefined) await storeReponse(tx, idempotence, idempotence.repondre(issue));
    return issue;
  });
}

/** The same, inside a transaction that writes something else with it (R23). */
export async function decideIn(tx: Transaction, saisie: Saisie): Promise<Issue> {
  const { parcoursId, demande } = saisie;
  if (demande.type === 'openParcours') return open(tx, saisie, demande);
  const lu = await lockParcours(tx, parcoursId);
  if (lu === null) return { absent: true };
  const { parcours: p } = lu;
  const voulu = agendaVouluOf(demande, p);
  if (voulu !== null && p.referent !== null)
    await lockReferents(tx, [voulu, p.referent.id, ...p.remplacements.map((r) => r.referentId)]);
  const ctx = await readContexte(tx, lu, voulu !== null);
  const dues = honourDues(p, ctx);
  const pourDecider =
    voulu === null || voulu === p.referent?.id
      ? ctx
      : { ...ctx, agenda: await readAgenda(tx, voulu, aujourdhui(ctx)) };
  const decision = decide(parcoursId, demande, dues.apres, pourDecider, saisie.par);
  // R35 — the next parcours is decided before anything is closed: both are written, or neither.
  const suivant = demande.type === 'reorientParcours' ? decideSuivant(demande, dues.apres, lu, saisie) : null;
  const retenue = decision.accepte && suivant?.decision.accepte === false ? suivant.decision : decision;
  if (!retenue.accepte) {
    if (dues.faits.length > 0) await conclut(tx, dues, ctx, 'echeances_honorees');
    return { accepte: false, refus: retenue.refus };
  }
  await writeTextes(tx, saisie, ctx);
  const { apres } = retenue.conclusion;
  const apresCtx = contexteOfEdition(ctx, apres);
  const issue = await conclut(tx, joinConclusions(dues, retenue.conclusion), apresCtx, demande.type);
  const suites = suivant === null ? await writeSilence(tx, apres, saisie) : [await writeSuivant(tx, suivant)];
  return { ...issue, suites };
}

/** The agenda is read when a slot is asked for, or when something due may need one. */
async function readContexte(
  tx: Transaction,
  { parcours: p, horloge, joignable }: Verrouille,
  agendaVoulu: boolean,
): Promise<Contexte> {
  const ctx = contexteOf(p, horloge, joignable, null);
  const besoin = agendaVoulu || echeancesDues(p, ctx, ctx.maintenant).length > 0;
  return besoin ? { ...ctx, agenda: await readAgendaDe(tx, p, aujourdhui(ctx)) } : ctx;
}

async function open(
  tx: Transaction,
  saisie: Saisie,
  demande: Extract<Demande, { type: 'openParcours' }>,
): Promise<Issue> {
  const dejaOuvert = await tx.parcours.findFirst({
    where: { OR: [{ id: saisie.parcoursId }, { beneficiaireId: demande.beneficiaireId, clos: false }] },
    select: { id: true },
  });
  if (dejaOuvert !== null) return { accepte: false, refus: { code: 'parcours_deja_ouvert' } };
  const { joignable, ...horloge } = await readMoment(tx, demande.beneficiaireId);
  const { maintenant } = horlogeOf(horloge);
  const ctx = contexteOf(
    { dispositif: demande.dispositif, zone: demande.zone, dernierFaitA: maintenant },
    horlogeOf(horloge),
    joignable,
    null,
  );
  const decision = decide(saisie.parcoursId, demande, null, ctx, saisie.par);
  if (!decision.accepte) return { accepte: false, refus: decision.refus };
  return conclut(tx, decision.conclusion, ctx, demande.type);
}

async function conclut(
  tx: Transaction,
  conclusion: Conclusion,
  ctx: Contexte,
  raison: string,
): Promise<Acceptee> {
  await appendConclusion(tx, conclusion, ctx);
  const { apres } = conclusion;
  const reveil = await writeReveil(tx, `parcours-${apres.id}`, raison);
  return { accepte: true, rang: apres.rang, apres, reveil, suites: [] };
}

async function writeTextes(tx: Transaction, { parcoursId, textes }: Saisie, ctx: Contexte): Promise<void> {
  if (textes === undefined || textes.length === 0) return;
  const creeA = colonneOfInstant(ctx.maintenant);
  await tx.texte.createMany({ data: textes.map(({ id, contenu }) => ({ id, parcoursId, contenu, creeA })) });
}
