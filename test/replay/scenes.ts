import { randomUUID } from 'node:crypto';
import { ApplicationFailure } from '@temporalio/common';
import { Client as Pg } from 'pg';
import { epochMsOf, instantOf, type Instant } from '../../domain/temps/instant';
import { jourAt } from '../../domain/temps/heure-locale';
import { addJours } from '../../domain/temps/jour';
import { instantOfColonne } from '../../registre/dates';
import { freezeHorloge, readHorloge, releaseHorloge } from '../../registre/horloge/horloge';
import { writeReveil } from '../../registre/reveils/reveils';
import type { Regle } from '../../tools/courriels/regles';
import { attends } from '../support/attente';
import type { DepartementDEssai } from '../support/departement-d-essai';
import { BRANCHES, type Branche } from './branches';
import { recitOf } from './recit';

type Scene = (d: DepartementDEssai, parcoursId: string) => Promise<void>;

const wake: Scene = async (d, id) => {
  await writeReveil(d.base, `parcours-${id}`, 'enregistrement');
};

const cancel: Scene = async (d, id) => {
  await handleOf(d, id).cancel();
};

/** What makes the engine take a branch that a quiet life does not take: each plays with a parcours just opened. */
export const SCENES: readonly (readonly [Branche, Scene])[] = [
  ['courriel-a-cote', () => Promise.resolve()],
  ['signal-pendant-l-attente', wake],
  ['courriel-parti', () => Promise.resolve()],
  ['minuterie-echue', letTimerFire],
  ['trop-tot-sieste', wakeTooEarly],
  ['annulation', cancel],
  ['nouveau-run-de-messages', insist],
  ['repli-du-regard', (d, id) => fallBack(d, id, 0)],
  ['signal-avant-l-attente', (d, id) => fallBack(d, id, 0)],
  ['repli-du-devoir', (d, id) => fallBack(d, id, 4_000)],
  ['renvoi', letRenvoiFire],
  ['sortie-puis-renvoi', exitBeforeRenvoi],
];
/** What the relay answers from the opening on, in these scenes. */
const REGLES: Partial<Record<Branche, Pick<Regle, 'reponse' | 'fois'>>> = {
  renvoi: { reponse: '450', fois: 1 },
};

export async function playScene(d: DepartementDEssai, branche: Branche, scene: Scene): Promise<void> {
  const parcoursId = await openOne(d, REGLES[branche]);
  await settle(d);
  await scene(d, parcoursId);
  await attends(`la branche « ${branche} »`, () => hasTaken(d, parcoursId, branche));
  await settle(d);
}

/** A courriel that leaves slowly, and an administrator who gives it up. */
export async function abandonEnvoi(d: DepartementDEssai): Promise<void> {
  const parcoursId = await openOne(d, { reponse: 'slow', fois: 1 });
  const workflowId = `parcours-${parcoursId}`;
  const prevues: string[] = [];
  await attends('un envoi en cours', async () => {
    const { events } = await handleOf(d, parcoursId).fetchHistory();
    const prevue = events?.find((e) => e.activityTaskScheduledEventAttributes);
    prevues.push(prevue?.activityTaskScheduledEventAttributes?.activityId ?? '');
    return (await d.base.courriel.count({ where: { parcoursId, etat: 'en_envoi' } })) > 0;
  });
  const activityId = prevues.at(-1) ?? '';
  await d.client.activity.fail({ workflowId, activityId }, ApplicationFailure.nonRetryable('abandonné'));
  await attends('l’envoi abandonné', () => hasTaken(d, parcoursId, 'envoi-abandonne'));
  await settle(d);
}

const handleOf = (d: DepartementDEssai, id: string, run?: string) =>
  d.client.workflow.getHandle(`parcours-${id}`, run);

/** In this run or the one before. */
async function hasTaken(d: DepartementDEssai, id: string, branche: Branche): Promise<boolean> {
  const courante = await handleOf(d, id).fetchHistory();
  const avant = courante.events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId;
  if (BRANCHES[branche](courante)) return true;
  return Boolean(avant) && BRANCHES[branche](await handleOf(d, id, avant ?? '').fetchHistory());
}

async function openOne(d: DepartementDEssai, regle?: Pick<Regle, 'reponse' | 'fois'>): Promise<string> {
  const [modele] = d.suivies;
  if (modele?.ouverture?.demande.type !== 'openParcours') throw new Error('Aucun modèle d’ouverture.');
  const [parcoursId, beneficiaireId] = [randomUUID(), randomUUID()];
  const courriel = adresseOf(parcoursId);
  await d.base.beneficiaire.create({
    data: { id: beneficiaireId, idExterne: beneficiaireId, prenom: 'Personne', nom: 'Une', courriel },
  });
  if (regle !== undefined) d.boite.regles.add({ destinataire: courriel, ms: 20_000, ...regle });
  const aujourdhui = jourAt((await readHorloge(d.base)).maintenant, 'metropole');
  const orientationNotifieeLe = addJours(aujourdhui, -7);
  const demande = { ...modele.ouverture.demande, beneficiaireId, orientationNotifieeLe };
  await d.ask(parcoursId, demande);
  await attends('le parcours en marche', () =>
    handleOf(d, parcoursId)
      .fetchHistory()
      .then(
        (h) => /minuterie|ordinaire/.test(recitOf(h)),
        () => false,
      ),
  );
  return parcoursId;
}

const adresseOf = (parcoursId: string) => `scene-${parcoursId}@example.org`;

/** The clock stops where it is, and everything due is done. */
async function settle(d: DepartementDEssai): Promise<void> {
  const { maintenant } = await readHorloge(d.base);
  await d.walkTo(maintenant);
}

async function prochaineDe(d: DepartementDEssai, id: string): Promise<Instant> {
  const { prochaineA } = await d.base.parcours.findUniqueOrThrow({ where: { id } });
  if (prochaineA === null) throw new Error('Plus rien n’est attendu.');
  return instantOfColonne(prochaineA);
}

/** The clock runs for once, from so many milliseconds before that instant: a timer comes to its end. */
async function runBefore(d: DepartementDEssai, id: string, a: Instant, ms: number): Promise<void> {
  await freezeHorloge(d.base, instantOf(epochMsOf(a) - ms));
  await releaseHorloge(d.base);
  await wake(d, id);
}

async function letTimerFire(d: DepartementDEssai, id: string): Promise<void> {
  await runBefore(d, id, await prochaineDe(d, id), 3_000);
}

/** Half a second before its échéance, on a clock that does not move: the timer finds nothing due, twice. */
async function wakeTooEarly(d: DepartementDEssai, id: string): Promise<void> {
  const a = await prochaineDe(d, id);
  await freezeHorloge(d.base, instantOf(epochMsOf(a) - 500));
  await wake(d, id);
  await attends('deux siestes', () => hasTaken(d, id, 'trop-tot-sieste'));
  await freezeHorloge(d.base, a);
}

/** Messages alone: four times as many wakes before a new run. */
async function insist(d: DepartementDEssai, id: string): Promise<void> {
  await attends('un nouveau run', async () => {
    await handleOf(d, id).signal('regarde', 'enregistrement');
    return hasTaken(d, id, 'nouveau-run-de-messages');
  });
}

/**
 * Its row is held: the local activity gives up after five seconds, the regular one goes on until it is free. At once
 * the look is held, which notes the new clock; a few seconds before the échéance, it is the duty.
 */
async function fallBack(d: DepartementDEssai, id: string, avanceMs: number): Promise<void> {
  const a = await prochaineDe(d, id);
  const pg = new Pg({ connectionString: d.databaseUrl });
  await pg.connect();
  const hold = async () => {
    await pg.query('begin');
    await pg.query('select 1 from parcours where id = $1 for update', [id]);
  };
  try {
    if (avanceMs === 0) {
      await hold();
      await freezeHorloge(d.base, a);
      await wake(d, id);
    } else {
      await runBefore(d, id, a, avanceMs);
      const { version } = await readHorloge(d.base);
      await attends('l’horloge vue', async () => {
        const { horlogeVue } = await d.base.parcours.findUniqueOrThrow({ where: { id } });
        return horlogeVue === version;
      });
      await hold();
    }
    const repli = avanceMs === 0 ? 'repli-du-regard' : 'repli-du-devoir';
    await attends('le repli', () => hasTaken(d, id, repli));
    // Told again meanwhile: it looks once more before it sleeps.
    if (avanceMs === 0) await handleOf(d, id).signal('regarde', 'enregistrement');
    await pg.query('rollback');
  } finally {
    await pg.end();
  }
}

/** The relay said "later": the next attempt is what is awaited. */
async function letRenvoiFire(d: DepartementDEssai, id: string): Promise<void> {
  const essais: Instant[] = [];
  await attends('un courriel remis à plus tard', async () => {
    const [remis] = await d.base.courriel.findMany({
      where: { parcoursId: id, etat: 'a_envoyer', essais: { gt: 0 } },
      orderBy: { essaiApres: 'asc' },
    });
    if (remis !== undefined) essais.push(instantOfColonne(remis.essaiApres));
    return remis !== undefined;
  });
  const [a] = essais;
  if (a !== undefined) await runBefore(d, id, a, 3_000);
}

/** A closed parcours stays for the mail that has not left. */
async function exitBeforeRenvoi(d: DepartementDEssai, id: string): Promise<void> {
  const { maintenant } = await readHorloge(d.base);
  d.boite.regles.add({ destinataire: adresseOf(id), reponse: '450', fois: 1, ms: 1 });
  await d.ask(id, { type: 'exitParcours', motif: 'cdi', le: jourAt(maintenant, 'metropole') });
  await letRenvoiFire(d, id);
}
