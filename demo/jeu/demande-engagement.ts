import type { DemandeEngagement, DemarcheConvenue } from '../../domain/engagement/demandes-engagement';

type Envoi = { readonly chemin: string; readonly corps: Readonly<Record<string, unknown>> };

const MOT = 'Écrit par la démonstration.';

/** How what was agreed is asked through the API. */
export function httpOfEngagement(d: DemandeEngagement): Envoi {
  switch (d.type) {
    case 'reviseContrat':
      return {
        chemin: '/contrat/revisions',
        corps: {
          le: d.le,
          par: d.par,
          ...(d.heures !== undefined && { heures: d.heures.parSemaine }),
          ...(d.heures?.motif && { motifHeures: d.heures.motif }),
          ...(d.objectifs !== undefined && {
            objectifs: d.objectifs.map(({ frein }) => ({
              objectif: MOT,
              ...(frein !== null && { frein }),
            })),
          }),
          commentaire: motDe(d.texteId),
        },
      };
    case 'recordRefusContrat':
      return { chemin: '/contrat/refus', corps: { le: d.le, commentaire: motDe(d.texteId) } };
    case 'assignPointLegal':
      return { chemin: '/point-legal/delai', corps: { regime: d.regime } };
    case 'joinPointLegal':
      return { chemin: '/point-legal/rendez-vous', corps: { bilan: d.bilan } };
    case 'recordPointLegal':
      return { chemin: '/point-legal', corps: { tenuLe: d.tenuLe, issue: d.issue } };
    case 'recordEntretien':
      return {
        chemin: `/rendez-vous/${d.rendezVousId}/entretien`,
        corps: { convenu: motDe(d.texteId), etapes: d.demarches.map(etapeOf) },
      };
    case 'addDemarche':
      return { chemin: '/demarches', corps: etapeOf(d) };
    case 'recordDemarche':
      return {
        chemin: `/demarches/${d.demarche}/constat`,
        corps: { issue: d.issue, commentaire: motDe(d.texteId) },
      };
    case 'assignDeclarations':
      return { chemin: '/declarations', corps: { dtr: d.dtr, actualisation: d.actualisation } };
    case 'recordDeclaration':
      return {
        chemin: `/declarations/${d.genre}-${d.duLe}/constat`,
        corps: { issue: d.issue, commentaire: motDe(d.texteId) },
      };
    case 'recordDroits':
      return { chemin: `/droits/${d.moment}`, corps: { droits: d.droits } };
    case 'addEtape': {
      const { quoi, partenaire, le, du, au } = d;
      const textes = { precision: motDe(d.texteId), nomPartenaire: motDe(d.partenaireTexteId) };
      return { chemin: '/etapes', corps: { quoi, partenaire, le, du, au, ...textes } };
    }
    case 'moveEtape':
      return {
        chemin: `/etapes/${d.etape}/deplacement`,
        corps: { du: d.du, au: d.au, commentaire: motDe(d.texteId) },
      };
    case 'recordEtape':
      return {
        chemin: `/etapes/${d.etape}/constat`,
        corps: { issue: d.issue, le: d.le, commentaire: motDe(d.texteId) },
      };
    case 'assignPublics':
      return { chemin: '/publics', corps: { publics: d.publics } };
  }
}

function motDe(texteId: string | null): string | null {
  return texteId === null ? null : MOT;
}

function etapeOf({ quoi, de, avantLe, texteId }: DemarcheConvenue) {
  return { quoi, de, avantLe, precision: motDe(texteId) };
}
