import { appendConclusion as joinConclusions, type Conclusion } from '../../domain/parcours/conclusion';
import { aujourdhui, contexteOf as contexteOfEdition, type Contexte } from '../../domain/parcours/contexte';
import { decide, demandeNeedsAgenda } from '../../domain/parcours/decide';
import type { Demande } from '../../domain/parcours/demandes';
import { echeancesDues } from '../../domain/parcours/echeancier';
import type { Acteur } from '../../domain/parcours/faits';
import { honourDues } from '../../domain/parcours/honour';
import type { Parcours } from '../../domain/parcours/parcours';
import type { Refus } from '../../domain/refus';
import { readAgenda, readAgendaDe, readAgendaOf, readRemplacements } from '../agenda/agenda.prisma';
import type { Base } from '../base';
import { colonneOfInstant } from '../dates';
import { reveilOf } from '../reveils/reveils';
import { inSalve, type Salve } from '../salve';
import { appendConclusion, createParcours, rowsOf } from './ecriture.prisma';
import { findReponse, gardeOf, type Connue, type Idempotence, type Reponse } from './idempotence.prisma';
import { contexteOf, lockParcours, readMoment, type Verrouille } from './lecture.prisma';
import type { Document } from '../reponses/liens.prisma';
import { DOCUMENT, TEXTES } from './requetes';
import { decideSuivant, writeSilence, writeSuivant, type Suite } from './suites.prisma';

/** What a person asks, with the texts that it carries and the key that makes twice once. */
export type Saisie = {
  readonly parcoursId: string;
  readonly demande: Demande;
  readonly par: Acteur;
  /** An opening only: what is decided with it, before anything falls due. Refused, nothing opens. */
  readonly puis?: Demande | null;
  /** If-Match: the ranks of the journal at which the demande still makes sense; absent: any. */
  readonly rangs?: readonly number[];
  /** R42 — what the person joins to her answer. */
  readonly document?: Document | null;
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
  | { readonly perime: true }
  | Connue;

/**
 * The one door of every demande (house 1): lock, read now, honour what is due, decide, append, and write the
 * wake-up — all or nothing. A refus keeps what was due honoured. Two round trips: what is asked, what is written.
 */
export function transige(base: Base, saisie: Saisie): Promise<Issue> {
  return inSalve(base, async (tx) => {
    const { idempotence } = saisie;
    const connue = idempotence === undefined ? null : findReponse(tx, idempotence);
    const lecture = readFor(tx, saisie);
    lecture.catch(() => undefined);
    const deja = await connue;
    if (deja !== null) return deja;
    const issue = await decideIn(tx, saisie, await lecture);
    if (idempotence !== undefined) tx.write(gardeOf(idempotence, idempotence.repondre(issue)));
    return issue;
  });
}

/** What a decision stands on, all asked for at once: the parcours under its lock, and an agenda if need be. */
async function readFor(tx: Salve, { parcoursId, demande }: Saisie) {
  if (demande.type === 'openParcours') return null;
  const [lu, agenda, autre, remplacements] = await Promise.all([
    lockParcours(tx, parcoursId),
    demandeNeedsAgenda(demande) ? readAgenda(tx, parcoursId) : null,
    demande.type === 'changeReferent' || demande.type === 'assignRemplacant'
      ? readAgendaOf(tx, parcoursId, demande.referentId)
      : null,
    readRemplacements(tx, designeDans(demande)),
  ]);
  if (lu === null) return null;
  const { parcours, horloge, personne, numero } = lu;
  return { parcours, horloge, personne, numero, agenda, autre, remplacements };
}

/** R24 — the référent to whom a demande confides a parcours. */
function designeDans(d: Demande): string | null {
  return d.type === 'assignReferent' || d.type === 'changeReferent' || d.type === 'reorientParcours'
    ? d.referentId
    : null;
}

type Lue = Awaited<ReturnType<typeof readFor>>;

/** The same, inside a transaction that writes something else with it (R23). */
export async function decideDemande(tx: Salve, saisie: Saisie): Promise<Issue> {
  return decideIn(tx, saisie, await readFor(tx, saisie));
}

async function decideIn(tx: Salve, saisie: Saisie, lue: Lue): Promise<Issue> {
  const { parcoursId, demande } = saisie;
  if (demande.type === 'openParcours') return open(tx, saisie, demande);
  if (lue === null) return { absent: true };
  if (saisie.rangs?.includes(lue.parcours.rang) === false) return { perime: true };
  const ctx = await contexteOfLue(tx, lue);
  const dues = honourDues(lue.parcours, ctx);
  const { remplacements } = lue;
  const pourDecider = { ...ctx, remplacements, ...(lue.autre !== null && { agenda: lue.autre }) };
  const decision = decide(parcoursId, demande, dues.apres, pourDecider, saisie.par);
  // R35 — the next parcours is decided before anything is closed: both are written, or neither.
  const suivant =
    demande.type === 'reorientParcours' ? decideSuivant(demande, dues.apres, lue, saisie) : null;
  const retenue = decision.accepte && suivant?.decision.accepte === false ? suivant.decision : decision;
  if (!retenue.accepte) {
    if (dues.faits.length > 0) conclut(tx, dues, ctx, lue.numero, 'echeances_honorees');
    return { accepte: false, refus: retenue.refus };
  }
  writeTextes(tx, saisie, ctx);
  writeDocument(tx, saisie, ctx);
  const { apres } = retenue.conclusion;
  const conclusion = joinConclusions(dues, retenue.conclusion);
  const issue = conclut(tx, conclusion, contexteOfEdition(ctx, apres), lue.numero, demande.type);
  const suites = suivant === null ? await writeSilence(tx, apres, saisie) : [await writeSuivant(tx, suivant)];
  return { ...issue, suites };
}

/** Something due may need the agenda that the demande did not; whoever stands in has his own (R24). */
async function contexteOfLue(tx: Salve, { parcours: p, horloge, personne, agenda }: NonNullable<Lue>) {
  const ctx = contexteOf(p, horloge, personne, null);
  const besoin = agenda !== null || echeancesDues(p, ctx, ctx.maintenant).length > 0;
  if (!besoin || p.referent === null) return ctx;
  return { ...ctx, agenda: await readAgendaDe(tx, p, aujourdhui(ctx), agenda) };
}

/** Two openings at once for one person: the second one waits on the row of the first, then is refused. */
async function open(
  tx: Salve,
  saisie: Saisie,
  demande: Extract<Demande, { type: 'openParcours' }>,
): Promise<Issue> {
  const [{ horloge, personne, numero }, remplacements] = await Promise.all([
    readMoment(tx, demande.beneficiaireId),
    readRemplacements(tx, demande.referentId),
  ]);
  const { dispositif, zone } = demande;
  const ctx = contexteOf({ dispositif, zone, dernierFaitA: horloge.maintenant }, horloge, personne, null);
  const { parcoursId, par, puis = null } = saisie;
  const ouvert = decide(parcoursId, demande, null, { ...ctx, remplacements }, par);
  if (!ouvert.accepte) return ouvert;
  const suite = puis === null ? null : decide(parcoursId, puis, ouvert.conclusion.apres, ctx, par);
  if (suite?.accepte === false) return suite;
  const conclusion =
    suite === null ? ouvert.conclusion : joinConclusions(ouvert.conclusion, suite.conclusion);
  if (!(await createParcours(tx, conclusion.apres, ctx)))
    return { accepte: false, refus: { code: 'parcours_deja_ouvert' } };
  return conclut(tx, conclusion, ctx, numero, demande.type);
}

function conclut(
  tx: Salve,
  conclusion: Conclusion,
  ctx: Contexte,
  reveil: Verrouille['numero'],
  raison: string,
): Acceptee {
  appendConclusion(tx, conclusion, ctx);
  const { apres } = conclusion;
  tx.write(reveilOf({ cible: `parcours-${apres.id}`, numero: reveil, raison }));
  return { accepte: true, rang: apres.rang, apres, reveil, suites: [] };
}

function writeDocument(tx: Salve, { parcoursId, document }: Saisie, ctx: Contexte): void {
  if (document == null) return;
  const { id, type, octets } = document;
  tx.write({
    name: 'document',
    text: DOCUMENT,
    values: [id, parcoursId, type, octets, colonneOfInstant(ctx.maintenant)],
  });
}

function writeTextes(tx: Salve, { parcoursId, textes }: Saisie, ctx: Contexte): void {
  if (textes === undefined || textes.length === 0) return;
  const creeA = colonneOfInstant(ctx.maintenant);
  tx.write(
    rowsOf(
      'textes',
      TEXTES,
      textes.map((t) => ({ ...t, parcoursId, creeA })),
    ),
  );
}
