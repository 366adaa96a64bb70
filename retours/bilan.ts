import { compte } from '../domain/parcours/dire';
import type { Base } from '../registre/base';
import { recordRetour, type SuiteRetour } from '../registre/courriels/retour.prisma';
import { readAvis, type Avis } from './avis';
import type { Message } from './boite';

/** What became of one message of the mailbox. */
type Suite = SuiteRetour | 'retard' | 'sans_effet' | 'pas_un_avis' | 'trop_gros';
export type Bilan = Readonly<Record<Suite, number>>;

/** R47 — reads each message, and records the failures that it tells of. */
export async function recordRetours(base: Base, boite: AsyncIterable<Message>): Promise<Bilan> {
  const bilan: Record<Suite, number> = {
    ...{ inscrit: 0, deja_connu: 0, inconnu: 0, en_cours: 0 },
    ...{ retard: 0, sans_effet: 0, pas_un_avis: 0, trop_gros: 0 },
  };
  for await (const message of boite) bilan[await recordMessage(base, message)] += 1;
  return bilan;
}

async function recordMessage(base: Base, message: Message): Promise<Suite> {
  if (message === null) return 'trop_gros';
  const avis = await readAvis(message);
  if (avis === null) return 'pas_un_avis';
  if (avis.quoi === 'retard') return 'retard';
  if (avis.quoi === 'autre') return 'sans_effet';
  return recordRetour(base, avis.messageId, issueOf(avis));
}

function issueOf({ cause, code }: Avis) {
  const etat = cause === 'contenu' ? 'contenu_refuse' : 'refuse';
  return { etat, reponse: `retour ${code}`.trim() } as const;
}

/** Counts only: a mailbox is full of addresses. */
export function renderBilan(b: Bilan): string {
  const lus = Object.values(b).reduce((x, y) => x + y, 0);
  const dites = SUITES.filter(([suite]) => b[suite] > 0).map(([suite, dit]) => `  ${dit} : ${b[suite]}\n`);
  return `${compte(lus, 'message lu', 'messages lus')}.\n${dites.join('')}`;
}

const SUITES: readonly (readonly [Suite, string])[] = [
  ['inscrit', 'Courriels revenus, chacun devient une lettre à remettre'],
  ['deja_connu', 'Déjà connus, rien n’a changé'],
  ['en_cours', 'Envois qui ne sont pas finis, à donner de nouveau'],
  ['retard', 'Retards, le relais essaie encore, rien n’a changé'],
  ['sans_effet', 'Remises annoncées, rien n’a changé'],
  ['inconnu', 'Sur un courriel que Jalons n’a pas envoyé, rien n’a changé'],
  ['pas_un_avis', 'Qui ne sont pas des avis de non-remise, rien n’a changé'],
  ['trop_gros', 'De plus de 1 Mo, laissés sans être lus'],
];
