import type { Demande } from '../domain/parcours/demandes';
import type { Acteur } from '../domain/parcours/faits';
import { etapeOf, type Parcours } from '../domain/parcours/parcours';
import type { Versions } from '../registre/annuaire/version';
import type { Idempotence } from '../registre/journal/idempotence.prisma';
import { transige, type Issue as IssueTransige } from '../registre/journal/transige';
import { cibleParcours } from '../workflows/messages';
import type { Texte } from './contrat/geste';
import type { Dependances } from './dependances';
import { gardeeOf, explainVerrou } from './ecriture';
import { problemeOfPrise } from './prise';
import { problemeOfRefus } from './probleme';
import { reponseOf, type IssueCommune } from './route';

export type DemandeDuMonde = {
  readonly parcoursId: string;
  readonly demande: Demande;
  readonly textes: readonly Texte[];
  readonly agent: string;
  readonly idempotence: Idempotence | undefined;
  /** If-Match: the ranks of the journal at which it may be done; null: any. */
  readonly versions: Versions;
};

/** What an accepted demande answers: taken from the transaction, nothing is read again. */
function accuseOf(apres: Parcours) {
  const { id, rang, rendezVous, suivantId } = apres;
  return { id, rang, etape: etapeOf(apres), rendezVousId: rendezVous.at(-1)?.id ?? null, suivantId };
}

type Accuse = ReturnType<typeof accuseOf>;
type Reponses<S extends 200 | 201> = IssueCommune | { readonly statut: S; readonly corps: Accuse };

/** From the world to the law and back: the pages and the API ask by the same door. */
export async function askParcours<S extends 200 | 201>(
  d: Pick<Dependances, 'base' | 'reveil'>,
  { agent, idempotence, versions, ...saisie }: DemandeDuMonde,
  statut: S,
): Promise<Reponses<S>> {
  const par: Acteur = `agent:${agent}`;
  const issue = await explainVerrou(() =>
    transige(d.base, {
      par,
      ...saisie,
      ...(versions !== null && { rangs: versions }),
      ...(idempotence !== undefined && {
        idempotence: { repondre: (i: IssueTransige) => reponseOf(issueOf(i, statut)), ...idempotence },
      }),
    }),
  );
  if ('probleme' in issue) return issue;
  if ('accepte' in issue && issue.accepte) {
    const touches = [{ parcoursId: saisie.parcoursId, numero: issue.reveil }, ...issue.suites];
    for (const { parcoursId, numero } of touches)
      d.reveil.wake({ cible: cibleParcours(parcoursId), numero, raison: saisie.demande.type });
  }
  return issueOf(issue, statut);
}

function issueOf<S extends 200 | 201>(issue: IssueTransige, statut: S): Reponses<S> {
  if ('absent' in issue) return problemeOfPrise.inconnue;
  if ('perime' in issue) return problemeOfPrise.perimee;
  if (!('accepte' in issue)) return gardeeOf(issue);
  if (!issue.accepte) return { probleme: problemeOfRefus(issue.refus) };
  return { statut, corps: accuseOf(issue.apres) };
}
