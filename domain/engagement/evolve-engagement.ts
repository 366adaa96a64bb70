import type { FaitInscrit } from '../parcours/faits';
import { jourAt } from '../temps/heure-locale';
import type { CivilDate } from '../temps/jour';
import type { CodeZone } from '../temps/zones';
import type { Demarche, Engagement, EtapeConvenue, VersionContrat } from './engagement';

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
    case 'etape_convenue': {
      const { etape: numero, quoi, partenaire, le: convenueLe, du, au, texteId, partenaireTexteId } = fait;
      const neuve: EtapeConvenue = {
        ...{ numero, revision: 1, quoi, partenaire, convenueLe, du, au, declareeLe: jourAt(a, zone) },
        ...{ texteId, partenaireTexteId, issue: null },
      };
      return { ...e, etapes: [...e.etapes, neuve] };
    }
    case 'etape_deplacee': {
      const { du, au } = fait;
      return changeEtape(e, fait.etape, { du, au, declareeLe: jourAt(a, zone) });
    }
    case 'etape_constatee':
      return changeEtape(e, fait.etape, { issue: { issue: fait.issue, le: fait.le } });
    case 'publics_indiques':
      return { ...e, publics: fait.publics };
    case 'droits_examines':
      return { ...e, droits: { ...e.droits, [fait.moment]: fait.droits } };
    default:
      return e;
  }
}

/** R39 — said or moved again, a step is another subject: its mails and its questions are asked anew (house 6). */
function changeEtape(e: Engagement, numero: number, x: Partial<EtapeConvenue>): Engagement {
  const etapes = e.etapes.map((t) => (t.numero === numero ? { ...t, ...x, revision: t.revision + 1 } : t));
  return { ...e, etapes };
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
