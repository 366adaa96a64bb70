import type { CourrielVoulu } from '../../../domain/courriels/courriel';
import { momentEnLettres } from '../../../domain/courriels/dates-dites';
import { commun, personne } from '../../../domain/courriels/exemples/personnages';
import { findRemplacant, raisonPeremption } from '../../../domain/courriels/perime';
import { findDonnees } from '../../../domain/courriels/redaction/redaction';
import { renderCourriel } from '../../../domain/courriels/rendu';
import type { Instant } from '../../../domain/temps/instant';
import { addMinutes } from '../../../domain/temps/instant';
import { jour } from '../../../domain/temps/jour';
import { contexte, fais, jusquA, ouvre, regles, type Vie } from '../vue-vies';

const RIEN = { rendezVousId: null, revision: null, manquement: null, bilan: null, lettre: null } as const;

function raison(vie: Vie, c: Omit<CourrielVoulu, 'cle' | 'destinataire'>, maintenant = vie.maintenant) {
  const destinataire = c.modele === 'plafond_atteint' ? 'referent' : 'personne';
  return raisonPeremption({ ...c, cle: c.modele, destinataire }, vie.p, { ...regles, maintenant });
}

function surRendezVous(modele: CourrielVoulu['modele'], rendezVousId = 1, revision = 1) {
  return { ...RIEN, modele, rendezVousId, revision };
}

/** The text of a mail about the first appointment, as the life stands. */
function ecrit(vie: Vie, modele: CourrielVoulu['modele']): string {
  const voulu = { ...surRendezVous(modele), cle: modele, destinataire: 'personne' } as const;
  const structure = { ...commun.structure, responsableNom: 'R. Essai', responsableCourriel: 'r@example.org' };
  const dossier = { ...commun, p: vie.p, ctx: contexte(vie), structure, personne };
  const maison = {
    apiUrl: 'https://jalons.example.org',
    information: commun.information,
    canal: 'courriel',
  } as const;
  const donnees = findDonnees(voulu, { ...dossier, equipe: [], interlocuteur: null, suivant: null }, maison);
  return donnees === null ? '' : renderCourriel(donnees).texte.replace(/\s+/g, ' ');
}

/** Opened on Monday 13 January 2025 at 10 h, with an accueil to come. */
const ouverte = ouvre();
const [accueil] = ouverte.p.rendezVous;
if (accueil === undefined) throw new Error('Cette vie doit avoir un rendez-vous d’accueil.');
const { debut } = accueil.creneau;

describe('R09 — avant l’envoi, la raison est vérifiée de nouveau', () => {
  test.each(['convocation', 'rappel', 'convocation_non_remise'] as const)(
    'R09 — un message « %s » part tant que son rendez-vous est à venir',
    (modele) => {
      expect(raison(ouverte, surRendezVous(modele))).toBeNull();
      expect(raison(ouverte, surRendezVous(modele), addMinutes(debut, -1))).toBeNull();
    },
  );

  test.each(['convocation', 'deplacement', 'rappel', 'annulation', 'annulation_tardive'] as const)(
    'R09 — un message « %s » ne part plus dès que le rendez-vous a commencé',
    (modele) => {
      expect(raison(ouverte, surRendezVous(modele), debut)).toBe('rendez_vous_passe');
    },
  );

  test('R09 — un rappel et une convocation ne partent pas quand le rendez-vous a été déplacé', () => {
    const deplacee = fais(ouverte, '2025-01-14T09:00:00.000Z', {
      type: 'moveRendezVous',
      rendezVousId: 1,
      debut: addMinutes(debut, 24 * 60),
      dureeMinutes: null,
    });
    expect(raison(deplacee, surRendezVous('rappel'))).toBe('rendez_vous_deplace');
    expect(raison(deplacee, surRendezVous('convocation'))).toBe('rendez_vous_deplace');
    expect(raison(deplacee, surRendezVous('deplacement', 1, 2))).toBeNull();
  });

  test('R09 — après une annulation, seule l’annulation part', () => {
    const annulee = fais(ouverte, '2025-01-14T09:00:00.000Z', {
      type: 'cancelRendezVous',
      rendezVousId: 1,
      par: 'service',
    });
    expect(raison(annulee, surRendezVous('rappel'))).toBe('rendez_vous_annule');
    expect(raison(annulee, surRendezVous('convocation'))).toBe('rendez_vous_annule');
    expect(raison(annulee, surRendezVous('annulation'))).toBeNull();
  });

  test('R09 — déplacé deux fois puis annulé avant tout envoi : le seul courriel qui part nomme aussi les heures d’avant', () => {
    const moveA = (vie: Vie, a: string, minutes: number) =>
      fais(vie, a, {
        type: 'moveRendezVous',
        rendezVousId: 1,
        debut: addMinutes(debut, minutes),
        dureeMinutes: null,
      });
    const une = moveA(ouverte, '2025-01-14T09:00:00.000Z', 60);
    const deux = moveA(une, '2025-01-14T09:01:00.000Z', 120);
    const annulee = fais(deux, '2025-01-14T09:02:00.000Z', {
      type: 'cancelRendezVous',
      rendezVousId: 1,
      par: 'service',
    });
    const dit = (minutes: number) => `du ${momentEnLettres(addMinutes(debut, minutes), 'metropole')}`;
    const avant = `les rendez-vous ${dit(0)} et ${dit(60)}, qui n’auront pas lieu`;
    expect(ecrit(deux, 'deplacement')).toContain(`Il remplace ${avant}.`);
    expect(ecrit(annulee, 'annulation')).toContain(`Il remplaçait ${avant} non plus.`);
    // Back where it was: only the hour in between is another one.
    const rendue = moveA(une, '2025-01-14T09:01:00.000Z', 0);
    expect(ecrit(rendue, 'deplacement')).toContain(
      `Il remplace le rendez-vous ${dit(60)}, qui n’aura pas lieu.`,
    );
    // Nobody can go any more to an hour that has passed.
    expect(ecrit({ ...deux, maintenant: addMinutes(debut, 1) }, 'deplacement')).not.toContain(dit(0));
  });

  test('R09 — un rendez-vous inconnu du parcours ne laisse rien partir', () => {
    expect(raison(ouverte, surRendezVous('rappel', 99))).toBe('rendez_vous_annule');
  });

  test('R09 — une fois le parcours clos, rien ne part vers la personne, sauf l’annulation d’un rendez-vous', () => {
    const close = fais(ouverte, '2025-01-14T09:00:00.000Z', {
      type: 'exitParcours',
      motif: 'cdi',
      le: jour('2025-01-14'),
    });
    for (const modele of ['convocation', 'rappel', 'bilan_annonce', 'demande_motif', 'relance'] as const)
      expect(raison(close, surRendezVous(modele))).toBe('parcours_clos');
    expect(raison(close, surRendezVous('annulation'))).toBeNull();
    expect(raison(close, { ...RIEN, modele: 'plafond_atteint' })).toBe('parcours_clos');
  });
});

describe('R14 — les lettres d’un manquement', () => {
  const demande = { ...RIEN, modele: 'demande_motif', manquement: 1, lettre: 'demande_motif' } as const;
  const relance = { ...RIEN, modele: 'relance', manquement: 1, lettre: 'relance_1' } as const;
  const absente = fais(ouverte, addMinutes(debut, 60), {
    type: 'recordStatut',
    rendezVousId: 1,
    statut: 'absent',
    texteId: null,
  });
  const demandee = jusquA(absente, addMinutes(debut, 48 * 60));

  test('R14 — la demande du motif part tant que le manquement est ouvert', () => {
    expect(demandee.p.manquements[0]?.etat.etat).toBe('motif_demande');
    expect(raison(demandee, demande)).toBeNull();
  });

  test('R14 — elle ne part pas une fois le manquement clos', () => {
    const close = fais(demandee, demandee.maintenant, {
      type: 'qualifyMotif',
      manquement: 1,
      qualification: 'legitime',
      texteId: null,
    });
    expect(raison(close, demande)).toBe('manquement_clos');
    expect(raison(close, relance)).toBe('manquement_clos');
  });

  test('R14 — elle ne part pas une fois que la relance l’a dépassée', () => {
    const relancee = fais(demandee, demandee.maintenant, {
      type: 'qualifyMotif',
      manquement: 1,
      qualification: 'non_legitime',
      texteId: null,
    });
    expect(raison(relancee, demande)).toBe('depassee_par_la_suivante');
    expect(raison(relancee, relance)).toBeNull();
  });

  test('R14, R18 — le rendez-vous que portait une demande abandonnée est annoncé par une convocation', () => {
    const porte = demandee.p.rendezVous.find((r) => r.issue === null);
    const voulu = { ...demande, cle: 'manquement:1:demande_motif', destinataire: 'personne' } as const;
    const remplace = (rendezVousId: number | null, maintenant = demandee.maintenant) =>
      findRemplacant({ ...voulu, rendezVousId }, demandee.p, { ...regles, maintenant });
    expect(remplace(porte?.id ?? null)).toMatchObject({
      cle: `rdv:${porte?.id ?? 0}.1:convocation`,
      modele: 'convocation',
      revision: 1,
    });
    expect(remplace(porte?.id ?? null, porte?.creneau.debut)).toBeNull();
    expect(remplace(1)).toBeNull();
    expect(remplace(null)).toBeNull();
  });

  test('R14 — un manquement inconnu ne laisse rien partir', () => {
    expect(raison(ouverte, demande)).toBe('manquement_clos');
  });
});

describe('R02, R15 — bilan et plafond', () => {
  const signee = fais(ouverte, '2025-01-20T09:00:00.000Z', {
    type: 'signContrat',
    signeLe: jour('2025-01-20'),
  });
  const annonce = { ...RIEN, modele: 'bilan_annonce', bilan: 1 } as const;

  test('R15 — l’annonce part jusqu’au jour du bilan, pas après', () => {
    expect(raison(signee, annonce)).toBeNull();
    expect(raison(signee, annonce, '2025-07-21T20:00:00.000Z' as Instant)).toBeNull();
    expect(raison(signee, annonce, '2025-07-21T22:00:00.000Z' as Instant)).toBe('deja_passee');
  });

  test('R15 — l’annonce ne part pas une fois le bilan réalisé', () => {
    const bilans = [{ rang: 1, tenuLe: jour('2025-07-15'), orientation: 'continuer' }] as const;
    const realise = { ...signee, p: { ...signee.p, bilans } };
    expect(raison(realise, annonce)).toBe('bilan_realise');
  });

  test('R02 — « durée maximale atteinte » ne part pas si une personne a prolongé entre-temps', () => {
    const plafond = { ...RIEN, modele: 'plafond_atteint' } as const;
    const atteinte = {
      ...signee,
      p: { ...signee.p, plafondAtteintA: '2026-07-20T22:00:00.000Z' as Instant },
    };
    expect(raison(atteinte, plafond)).toBeNull();
    const prolongee = fais(atteinte, signee.maintenant, {
      type: 'prolongParcours',
      jusquAu: jour('2026-12-20'),
      texteId: 'texte',
    });
    expect(raison(prolongee, plafond)).toBe('plafond_prolonge');
  });
});
