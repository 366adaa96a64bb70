import type { z } from 'zod';
import { gestes, parseDemande } from '../../api/contrat/demandes';
import type { CodeGeste } from '../../api/contrat/geste';
import { ouverture } from '../../api/contrat/ouverture';
import { nouvelleStructure } from '../../api/contrat/structures';
import { readWith } from '../../api/contrat/fautes';

type Exemple = {
  readonly cible?: Record<string, string>;
  readonly json: object;
  /** The same as a form of the pages writes it: texts only. */
  readonly formulaire?: object;
  readonly attendu: object;
};

const ID = '0190f1de-5b6c-7cc4-9a51-0c6e2f0b7a11';
const uuid = expect.stringMatching(/^[0-9a-f-]{36}$/) as string;

const EXEMPLES: Record<CodeGeste, Exemple> = {
  assignReferent: { json: { referentId: ID }, attendu: { referentId: ID } },
  changeReferent: {
    json: { referentId: ID, motif: 'depart', le: '2025-01-31' },
    formulaire: { referentId: ID, motif: 'depart', le: '2025-01-31', commentaire: '' },
    attendu: { referentId: ID, motif: 'depart', le: '2025-01-31', texteId: null, transfertId: null },
  },
  signContrat: { json: { signeLe: '2025-01-31' }, attendu: { signeLe: '2025-01-31' } },
  addRendezVous: {
    json: { debut: '2025-03-31T09:30:00+02:00', dureeMinutes: 45, bilan: 1 },
    formulaire: { debut: { le: '2025-03-31', heure: '09:30' }, dureeMinutes: '45', bilan: '1' },
    attendu: { debut: '2025-03-31T07:30:00.000Z', dureeMinutes: 45, bilan: 1 },
  },
  moveRendezVous: {
    cible: { numero: '2' },
    json: { debut: { le: '2025-01-31', heure: '09:30' } },
    attendu: { rendezVousId: 2, debut: '2025-01-31T08:30:00.000Z', dureeMinutes: null },
  },
  cancelRendezVous: {
    cible: { numero: '2' },
    json: { par: 'personne' },
    attendu: { rendezVousId: 2, par: 'personne' },
  },
  recordStatut: {
    cible: { numero: '3' },
    json: { statut: 'absent' },
    formulaire: { statut: 'absent', commentaire: '' },
    attendu: { rendezVousId: 3, statut: 'absent', texteId: null },
  },
  recordBilan: {
    cible: { numero: '1' },
    json: {
      tenuLe: '2025-07-01',
      orientation: 'continuer',
      objectifs: [{ objectif: 'Passer le permis', atteint: 'en_partie' }],
    },
    attendu: {
      bilan: 1,
      tenuLe: '2025-07-01',
      orientation: 'continuer',
      objectifs: [{ texteId: uuid, atteint: 'en_partie' }],
    },
  },
  pauseParcours: {
    json: { motif: 'maladie', du: '2025-03-03', au: '2025-03-28' },
    attendu: { motif: 'maladie', du: '2025-03-03', au: '2025-03-28' },
  },
  resumeParcours: { json: { le: '2025-03-31' }, attendu: { le: '2025-03-31' } },
  prolongParcours: {
    json: { jusquAu: '2026-12-31', motif: 'Formation en cours' },
    attendu: { jusquAu: '2026-12-31', texteId: uuid },
  },
  recordLecture: { cible: { rang: '2' }, json: {}, attendu: { reponse: 2 } },
  recordContact: {
    json: { le: '2025-03-04', moyen: 'telephone', commentaire: 'Va bien' },
    attendu: { le: '2025-03-04', moyen: 'telephone', texteId: uuid },
  },
  recordEmploi: {
    json: { debutLe: '2025-03-04', genre: 'cdd', finPrevueLe: '2025-12-31' },
    attendu: { debutLe: '2025-03-04', genre: 'cdd', finPrevueLe: '2025-12-31', texteId: null },
  },
  recordFinEmploi: { json: { le: '2025-05-02' }, attendu: { le: '2025-05-02', texteId: null } },
  qualifyMotif: {
    cible: { numero: '1' },
    json: { qualification: 'legitime', commentaire: 'Malade' },
    attendu: { manquement: 1, qualification: 'legitime', texteId: uuid },
  },
  correctStatut: {
    cible: { numero: '2' },
    json: { statut: 'honore' },
    attendu: { rendezVousId: 2, statut: 'honore', texteId: null },
  },
  correctRendezVous: {
    cible: { numero: '2' },
    json: { debut: { le: '2025-03-04', heure: '09:00' } },
    formulaire: { debut: { le: '2025-03-04', heure: '09:00' } },
    attendu: { rendezVousId: 2, debut: '2025-03-04T08:00:00.000Z', dureeMinutes: null },
  },
  recordRendezVous: {
    json: { debut: { le: '2025-03-04', heure: '09:00' }, dureeMinutes: 45, statut: 'honore' },
    formulaire: { debut: { le: '2025-03-04', heure: '09:00' }, dureeMinutes: '45', statut: 'honore' },
    attendu: { debut: '2025-03-04T08:00:00.000Z', dureeMinutes: 45, statut: 'honore', texteId: null },
  },
  correctContrat: { json: { signeLe: '2025-01-30' }, attendu: { signeLe: '2025-01-30' } },
  correctBilan: {
    cible: { numero: '1' },
    json: { tenuLe: '2025-07-30' },
    attendu: { bilan: 1, tenuLe: '2025-07-30' },
  },
  recordMotif: {
    cible: { numero: '1' },
    json: { motif: 'transport', recuLe: '2025-03-04', commentaire: 'Panne' },
    attendu: { manquement: 1, motif: 'transport', recuLe: '2025-03-04', texteId: uuid },
  },
  recordRemobilisation: {
    cible: { numero: '1' },
    json: { le: '2025-03-04' },
    attendu: { manquement: 1, le: '2025-03-04', texteId: null },
  },
  recordSuite: {
    cible: { numero: '1' },
    json: { suite: 'sans_suite', le: '2025-03-04', commentaire: 'Courrier du 3' },
    attendu: { manquement: 1, suite: 'sans_suite', le: '2025-03-04', texteId: uuid },
  },
  recordTransmission: {
    cible: { numero: '1' },
    json: { le: '2025-03-04' },
    attendu: { manquement: 1, le: '2025-03-04' },
  },
  confirmSignalement: {
    cible: { numero: '1' },
    json: { commentaire: 'Vu en réunion' },
    attendu: { manquement: 1, texteId: uuid },
  },
  postponeSignalement: {
    cible: { numero: '1' },
    json: { au: '2025-09-01', commentaire: 'Revoir à la rentrée' },
    attendu: { manquement: 1, au: '2025-09-01', texteId: uuid },
  },
  dropSignalement: {
    cible: { numero: '1' },
    json: { commentaire: 'Reprise de contact' },
    attendu: { manquement: 1, texteId: uuid },
  },
  recordRemise: {
    cible: { cle: 'rdv:1.1:convocation' },
    json: { le: '2025-02-03' },
    attendu: { courrielCle: 'rdv:1.1:convocation', le: '2025-02-03' },
  },
  exitParcours: {
    json: {
      motif: 'cdd',
      le: '2025-09-01',
      emploi: { debutLe: '2025-09-01', finLe: '2026-03-01' },
    },
    attendu: { motif: 'cdd', le: '2025-09-01', emploi: { debutLe: '2025-09-01', finLe: '2026-03-01' } },
  },
  dropDeces: { json: { commentaire: 'Homonyme' }, attendu: { texteId: uuid } },
  recordSuivi: {
    json: { situation: 'refus', le: '2026-03-02' },
    formulaire: { situation: 'refus', le: '2026-03-02', commentaire: '' },
    attendu: { situation: 'refus', le: '2026-03-02', texteId: null },
  },
  reorientParcours: {
    json: {
      dispositif: { code: 'faire', edition: '2025' },
      structureId: ID,
      orientationNotifieeLe: '2025-09-01',
    },
    formulaire: { dispositif: 'faire/2025', structureId: ID, orientationNotifieeLe: '2025-09-01' },
    attendu: {
      dispositif: { code: 'faire', edition: '2025' },
      structureId: ID,
      referentId: null,
      orientationNotifieeLe: '2025-09-01',
      soumisAuxObligations: null,
      suivantId: uuid,
      texteId: null,
    },
  },
  correctOrientation: {
    json: { notifieeLe: '2025-03-03' },
    formulaire: { notifieeLe: '2025-03-03' },
    attendu: { notifieeLe: '2025-03-03' },
  },
  recordOrientation: {
    json: { notifieeLe: '2025-03-03' },
    formulaire: { notifieeLe: '2025-03-03' },
    attendu: { notifieeLe: '2025-03-03' },
  },
  moveEdition: {
    json: { dispositif: { code: 'faire', edition: '2025' }, le: '2026-07-01' },
    formulaire: { dispositif: 'faire/2025', le: '2026-07-01' },
    attendu: { dispositif: { code: 'faire', edition: '2025' }, le: '2026-07-01' },
  },
  reviseContrat: {
    json: {
      le: '2025-06-02',
      par: 'personne',
      heures: 8,
      motifHeures: 'garde_enfant',
      objectifs: [{ objectif: 'Passer le permis', frein: 'transport' }],
    },
    formulaire: {
      le: '2025-06-02',
      par: 'personne',
      heures: '8',
      motifHeures: 'garde_enfant',
      objectifs: [{ objectif: 'Passer le permis', frein: 'transport' }],
    },
    attendu: {
      le: '2025-06-02',
      par: 'personne',
      heures: { parSemaine: 8, motif: 'garde_enfant' },
      objectifs: [{ texteId: uuid, frein: 'transport' }],
      texteId: null,
    },
  },
  recordRefusContrat: {
    json: { le: '2025-02-03', commentaire: 'Ne veut pas signer' },
    attendu: { le: '2025-02-03', texteId: uuid },
  },
  assignPointLegal: { json: { regime: 'logement' }, attendu: { regime: 'logement' } },
  joinPointLegal: { json: { bilan: 1 }, formulaire: { bilan: '1' }, attendu: { bilan: 1 } },
  recordPointLegal: {
    json: { tenuLe: '2025-07-01', issue: 'revision' },
    attendu: { tenuLe: '2025-07-01', issue: 'revision' },
  },
  recordEntretien: {
    cible: { numero: '3' },
    json: { convenu: 'Chercher une auto-école', etapes: [{ quoi: 'permis', avantLe: '2025-03-31' }] },
    attendu: {
      rendezVousId: 3,
      texteId: uuid,
      demarches: [{ quoi: 'permis', de: 'personne', avantLe: '2025-03-31', texteId: null }],
    },
  },
  addDemarche: {
    json: { quoi: 'cv', de: 'referent', avantLe: '2025-03-31', precision: 'Relire' },
    attendu: { quoi: 'cv', de: 'referent', avantLe: '2025-03-31', texteId: uuid },
  },
  recordDemarche: {
    cible: { numero: '2' },
    json: { issue: 'excusee' },
    attendu: { demarche: 2, issue: 'excusee', texteId: null },
  },
  assignDeclarations: {
    json: { dtr: '2025-04-30' },
    attendu: { dtr: '2025-04-30', actualisation: null },
  },
  recordDeclaration: {
    cible: { declaration: 'dtr-2025-04-30' },
    json: { issue: 'faite' },
    attendu: { genre: 'dtr', duLe: '2025-04-30', issue: 'faite', texteId: null },
  },
  recordDroits: {
    cible: { moment: '0' },
    json: { droits: { sante: 'ouvert', logement: 'vu' } },
    attendu: { moment: 0, droits: { sante: 'ouvert', logement: 'vu' } },
  },
  addEtape: {
    json: {
      quoi: 'formation',
      partenaire: 'organisme_formation',
      nomPartenaire: 'Greta du Var',
      le: '2025-02-03',
      du: '2025-03-03',
      au: '2025-03-28',
    },
    formulaire: {
      ...{ quoi: 'formation', partenaire: 'organisme_formation', nomPartenaire: 'Greta du Var' },
      ...{ le: '2025-02-03', du: '2025-03-03', au: '2025-03-28', precision: '' },
    },
    attendu: {
      quoi: 'formation',
      partenaire: 'organisme_formation',
      le: '2025-02-03',
      du: '2025-03-03',
      au: '2025-03-28',
      texteId: null,
      partenaireTexteId: uuid,
    },
  },
  moveEtape: {
    cible: { numero: '2' },
    json: { au: '2025-04-30' },
    formulaire: { du: '', au: '2025-04-30', commentaire: '' },
    attendu: { etape: 2, du: null, au: '2025-04-30', texteId: null },
  },
  recordEtape: {
    cible: { numero: '2' },
    json: { issue: 'abandonnee', le: '2025-03-10', commentaire: 'A trouvé mieux' },
    attendu: { etape: 2, issue: 'abandonnee', le: '2025-03-10', texteId: uuid },
  },
  assignPublics: {
    json: { publics: ['faible_qualification', 'orientation'] },
    formulaire: { publics: { faible_qualification: 'oui', orientation: 'oui' } },
    attendu: { publics: ['faible_qualification', 'orientation'] },
  },
};

const codes = Object.keys(EXEMPLES) as CodeGeste[];

describe('Ce qu’une personne envoie', () => {
  test.each(codes)('« %s » : le JSON de l’API et le formulaire des pages font la même demande', (code) => {
    const { cible = {}, json, formulaire = json, attendu } = EXEMPLES[code];
    for (const corps of [json, formulaire]) {
      const lecture = parseDemande(code, cible, corps, 'metropole');
      expect(lecture).toMatchObject({ ok: true, valeur: { demande: { type: code, ...attendu } } });
    }
  });

  test('un texte libre est mis de côté : la demande n’en porte que l’identifiant', () => {
    const lecture = parseDemande('qualifyMotif', { numero: '1' }, EXEMPLES.qualifyMotif.json, 'metropole');
    if (!lecture.ok) throw new Error('illisible');
    const { demande, textes } = lecture.valeur;
    expect(JSON.stringify(demande)).not.toContain('Malade');
    expect(textes).toEqual([{ id: uuid, contenu: 'Malade' }]);
    expect(demande).toMatchObject({ texteId: textes[0]?.id });
  });

  test('une heure du mur se lit à l’heure de la structure, en métropole comme à La Réunion', () => {
    const corps = { debut: { le: '2025-07-01', heure: '09:00' }, dureeMinutes: 30 };
    const lire = (zone: 'metropole' | 'la_reunion') => parseDemande('addRendezVous', {}, corps, zone);
    expect(lire('metropole')).toMatchObject({ valeur: { demande: { debut: '2025-07-01T07:00:00.000Z' } } });
    expect(lire('la_reunion')).toMatchObject({ valeur: { demande: { debut: '2025-07-01T05:00:00.000Z' } } });
  });

  test.each([
    ['un instant sans décalage', { debut: '2025-03-31T09:30:00', dureeMinutes: 45 }, 'debut'],
    [
      'une heure impossible',
      { debut: { le: '2025-03-31', heure: '24:00' }, dureeMinutes: 45 },
      'debut.heure',
    ],
    [
      'une durée qui n’est pas un nombre',
      { debut: '2025-03-31T09:30:00Z', dureeMinutes: 'long' },
      'dureeMinutes',
    ],
    ['un champ inconnu', { debut: '2025-03-31T09:30:00Z', dureeMinutes: 45, lieu: 'ici' }, 'lieu'],
  ])('%s est montré du doigt', (_, corps, champ) => {
    const lecture = parseDemande('addRendezVous', {}, corps, 'metropole');
    expect(lecture).toMatchObject({ ok: false, fautes: [{ champ }] });
  });

  test('aucun texte ne porte de caractère que PostgreSQL ou un en-tête de courriel refuserait', () => {
    const zero = parseDemande('exitParcours', {}, { motif: 'cdi', le: '2025-09-01\u0000' }, 'metropole');
    expect(zero.ok).toBe(false);
    const libre = { qualification: 'legitime', commentaire: 'a\u0000b' };
    expect(parseDemande('qualifyMotif', { numero: '1' }, libre, 'metropole').ok).toBe(false);
    const structure = {
      ...{ code: 'a', zone: 'metropole', adresse: '1 rue\n83000', telephone: '04 94 00 00 00' },
      ...{ nom: 'A\r\nBcc: x@example.org', responsableNom: 'B', responsableCourriel: 'b@example.org' },
    };
    expect(readWith(nouvelleStructure, structure)).toMatchObject({ ok: false, fautes: [{ champ: 'nom' }] });
  });

  test('une édition qui n’existe pas n’ouvre pas de parcours', () => {
    const corps: z.input<typeof ouverture> = {
      ...{ beneficiaireId: ID, structureId: ID, orientationNotifieeLe: '2025-01-01' },
      ...{ soumisAuxObligations: true, dispositif: { code: 'inconnu', edition: '2025' } },
    };
    expect(readWith(ouverture, corps)).toMatchObject({ ok: false, fautes: [{ champ: 'dispositif' }] });
  });

  test('chaque geste a son adresse à lui', () => {
    const chemins = Object.values(gestes).map((g) => g.chemin);
    expect(new Set(chemins).size).toBe(chemins.length);
  });
});
