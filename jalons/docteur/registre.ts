import type { Client } from '@temporalio/client';
import type { Configuration } from '../../config/configuration';
import { ANNEES_EPROUVEES } from '../../domain/temps/feries';
import type { Base } from '../../registre/base';
import { readHorloge } from '../../registre/horloge/horloge';
import { listAttendus } from '../../registre/reveils/attendus.prisma';
import { readMesures } from '../../registre/mesures/mesures.prisma';
import { listRetards } from '../../registre/reveils/retards.prisma';
import { ACCOMPAGNEMENT, cibleParcours } from '../../workflows/messages';
import { orange, rouge, vert, type Constat } from './constat';

/** How far ahead holidays are asked for: a whole parcours, and a year of follow-up. */
const ANNEES_DEVANT = 3;
/** Seconds that a wake-up may wait while Temporal is there. */
const REVEIL_S = 5 * 60;
const MONTRES = 5;

const some = (cibles: readonly string[]) =>
  `${cibles.slice(0, MONTRES).join(', ')}${cibles.length > MONTRES ? '…' : ''}`;

export async function examineHorloge(
  base: Base,
  { JALONS_MODE }: Configuration,
): Promise<readonly Constat[]> {
  const { mode, maintenant } = await readHorloge(base);
  const horloge =
    JALONS_MODE === 'production' && mode !== 'systeme'
      ? rouge(
          'Horloge',
          `${mode} au ${maintenant.slice(0, 10)}, alors que JALONS_MODE=production`,
          'Cette base a servi à une démonstration : repartez d’une base neuve pour de vraies personnes.',
        )
      : vert('Horloge', mode === 'systeme' ? 'celle du système' : `${mode} au ${maintenant.slice(0, 10)}`);
  const jusqua = Number(maintenant.slice(0, 4)) + ANNEES_DEVANT;
  const { de, a } = ANNEES_EPROUVEES;
  const feries =
    jusqua <= a
      ? vert('Jours fériés', `calculés ; recoupés de ${de} à ${a}`)
      : orange(
          'Jours fériés',
          `calculés jusqu’en ${jusqua}, mais recoupés jusqu’en ${a} seulement`,
          'Vérifiez qu’aucune loi n’a changé les jours fériés, puis étendez ANNEES_EPROUVEES (domain/temps/feries.ts) et son test.',
        );
  return [horloge, feries];
}

/** What should have advanced: by PostgreSQL alone, then against the workflows that are really alive. */
export async function examineRetards(base: Base): Promise<readonly Constat[]> {
  const [retards, { reveils, reveilPlusAncien }] = await Promise.all([listRetards(base), readMesures(base)]);
  const alertes = retards.filter(({ alerte }) => alerte).map(({ cible }) => cible);
  const cibles = retards.map(({ cible }) => cible);
  const remede =
    'Worker ou Temporal arrêté, ou une activité qui échoue : ouvrez ce workflow dans l’interface de Temporal. Une fois la cause levée : npm run jalons -- reveiller, suivi de ces identifiants.';
  const enRetard =
    alertes.length > 0
      ? rouge('Échéances', `${alertes.length} en retard de plus d’une heure : ${some(alertes)}`, remede)
      : cibles.length > 0
        ? orange('Échéances', `${cibles.length} en retard de plus de dix minutes : ${some(cibles)}`, remede)
        : vert('Échéances', 'aucune en retard');
  const souffrance =
    reveilPlusAncien > REVEIL_S
      ? rouge(
          'Réveils',
          `${reveils} en attente, le plus ancien depuis ${Math.round(reveilPlusAncien / 60)} minutes`,
          'Le relais du worker les porte dès que Temporal répond : démarrez le worker, lisez ses journaux.',
        )
      : vert('Réveils', `${reveils} en attente`);
  return [enRetard, souffrance];
}

/** Parcours that expect something and whose workflow is gone: nobody would wake them at their hour. */
export async function examineWorkflows(
  base: Base,
  client: Client,
  { TACHES }: Configuration,
): Promise<Constat> {
  const sujet = 'Workflows';
  const attendus = await listAttendus(base);
  const vivants = new Set<string>();
  const query = `WorkflowType = '${ACCOMPAGNEMENT}' AND ExecutionStatus = 'Running' AND TaskQueue = '${TACHES}'`;
  for await (const { workflowId } of client.workflow.list({ query })) vivants.add(workflowId);
  // The list is told with a delay: whoever is not in it is asked about by name.
  const douteux = attendus.map(cibleParcours).filter((cible) => !vivants.has(cible));
  const absents: string[] = [];
  for (const cible of douteux.slice(0, 50)) if (!(await isAlive(client, cible))) absents.push(cible);
  if (absents.length === 0) return vert(sujet, `${attendus.length} parcours attendent, chacun a le sien`);
  const combien = absents.length === 50 ? `au moins ${douteux.length}` : String(absents.length);
  return rouge(
    sujet,
    `${combien} parcours sans workflow : ${some(absents)}`,
    'Temporal a perdu leur trace (base restaurée ?) : npm run jalons -- reveiller --tous les lui redonne.',
  );
}

async function isAlive(client: Client, cible: string): Promise<boolean> {
  return client.workflow
    .getHandle(cible)
    .describe()
    .then(
      ({ status }) => status.name === 'RUNNING',
      () => false,
    );
}
