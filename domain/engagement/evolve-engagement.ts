import type { FaitInscrit } from '../parcours/faits';
import { jourAt } from '../temps/heure-locale';
import type { CivilDate } from '../temps/jour';
import type { CodeZone } from '../temps/zones';
import type { Demarche, Engagement, VersionContrat } from './engagement';

/** The fold of what was agreed; every former version of the contrat is kept. */
export function evolveEngagement(e: Engagement, { fait, a }: FaitInscrit, zone: CodeZone): Engagement {
  switch (fait.type) {
    case 'contrat_signe':
      return addVersion(expect(e, 0, jourAt(a, zone)), {
        version: 1,
        le: fait.signeLe,
        par: null,
        heures: fait.heures ?? null,
        objectifs: fait.objectifs ?? [],
        texteId: null,
      });
    case 'contrat_corrige':
      return {
        ...e,
        versions: e.versions.map((v) => (v.version === 1 ? { ...v, le: fait.signeLe } : v)),
      };
    case 'contrat_revise': {
      const { version, le, par, heures, objectifs, texteId } = fait;
      return addVersion(e, { version, le, par, heures, objectifs, texteId });
    }
    case 'contrat_refuse':
      return { ...e, refus: [...e.refus, { numero: fait.refus, quoi: fait.quoi, le: fait.le }] };
    case 'point_legal_regle':
      return { ...e, pointLegal: { ...e.pointLegal, regime: fait.regime, avecBilan: null } };
    case 'point_legal_joint':
      return { ...e, pointLegal: { ...e.pointLegal, avecBilan: fait.bilan } };
    case 'point_legal_tenu': {
      const { version, tenuLe, issue } = fait;
      const tenus = [...e.pointLegal.tenus, { version, tenuLe, issue }];
      return { ...e, pointLegal: { ...e.pointLegal, tenus, avecBilan: null } };
    }
    case 'entretien_enregistre': {
      const { rendezVousId, texteId } = fait;
      const autres = e.entretiens.filter((x) => x.rendezVousId !== rendezVousId);
      return { ...e, entretiens: [...autres, { rendezVousId, le: jourAt(a, zone), texteId }] };
    }
    case 'demarche_declaree': {
      const { demarche, quoi, de, avantLe, rendezVousId, texteId } = fait;
      const declareeLe = jourAt(a, zone);
      const neuve: Demarche = {
        ...{ numero: demarche, quoi, de, avantLe, declareeLe, rendezVousId, texteId },
        issue: null,
      };
      return { ...e, demarches: [...e.demarches, neuve] };
    }
    case 'demarche_constatee': {
      const issue = { issue: fait.issue, le: jourAt(a, zone) };
      const demarches = e.demarches.map((d) => (d.numero === fait.demarche ? { ...d, issue } : d));
      return { ...e, demarches };
    }
    case 'declarations_suivies':
      return { ...e, declarations: { dtr: fait.dtr, actualisation: fait.actualisation } };
    case 'declaration_constatee': {
      const { genre, duLe, issue } = fait;
      return { ...e, constats: { ...e.constats, [genre]: { ...e.constats[genre], [duLe]: issue } } };
    }
    case 'bilan_realise':
      return expect(e, fait.bilan, jourAt(a, zone));
    case 'droits_examines':
      return { ...e, droits: { ...e.droits, [fait.moment]: fait.droits } };
    default:
      return e;
  }
}

/** R29 — a list of rights is expected from the contrat and from each bilan on. */
function expect(e: Engagement, moment: number, depuis: CivilDate): Engagement {
  return { ...e, moments: { ...e.moments, [moment]: depuis } };
}

/** R28 — a new version opens a new clock: what was chosen for the former point goes with it. */
function addVersion(e: Engagement, version: VersionContrat): Engagement {
  return {
    ...e,
    versions: [...e.versions, version],
    pointLegal: { ...e.pointLegal, avecBilan: null },
  };
}
