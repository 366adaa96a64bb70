import type { Contexte } from '../parcours/contexte';
import type { Parcours } from '../parcours/parcours';
import type { Verdict } from '../parcours/verdict';
import { recordRefusContrat, reviseContrat } from './contrat-engage';
import { assignDeclarations, recordDeclaration } from './declarations';
import type { DemandeEngagement } from './demandes-engagement';
import { addDemarche, recordDemarche, recordEntretien } from './demarches';
import { recordDroits } from './droits';
import { addEtape, moveEtape, recordEtape } from './etapes';
import { assignPointLegal, joinPointLegal, recordPointLegal } from './point-legal';
import { assignPublics } from './publics';

/** One line per demande about the contrat and what was agreed. */
export function verdictOfEngagement(d: DemandeEngagement, p: Parcours, ctx: Contexte): Verdict {
  switch (d.type) {
    case 'reviseContrat':
      return reviseContrat(d, p, ctx);
    case 'recordRefusContrat':
      return recordRefusContrat(d, p, ctx);
    case 'assignPointLegal':
      return assignPointLegal(d, p);
    case 'joinPointLegal':
      return joinPointLegal(d, p, ctx);
    case 'recordPointLegal':
      return recordPointLegal(d, p, ctx);
    case 'recordEntretien':
      return recordEntretien(d, p, ctx);
    case 'addDemarche':
      return addDemarche(d, p, ctx);
    case 'recordDemarche':
      return recordDemarche(d, p, ctx);
    case 'assignDeclarations':
      return assignDeclarations(d, p, ctx);
    case 'recordDeclaration':
      return recordDeclaration(d, p, ctx);
    case 'recordDroits':
      return recordDroits(d, p);
    case 'addEtape':
      return addEtape(d, p, ctx);
    case 'moveEtape':
      return moveEtape(d, p, ctx);
    case 'recordEtape':
      return recordEtape(d, p, ctx);
    case 'assignPublics':
      return assignPublics(d, p, ctx);
  }
}
