import type { Ligne } from '../../../domain/courriels/lignes';
import { estEncoreVraie } from '../../../domain/courriels/lignes-vraies';
import { pointsOuverts, precisionDe } from '../../../domain/courriels/precisions';
import type { CodeAvis } from '../../../domain/parcours/avis';
import { conclude } from '../../../domain/parcours/conclusion';
import { addMinutes } from '../../../domain/temps/instant';
import { jour } from '../../../domain/temps/jour';
import { agenda, contexte, fais, jusquA, ouvre, regles, type Vie } from '../vue-vies';

const ouverte = ouvre();
const debut = ouverte.p.rendezVous[0]?.creneau.debut ?? ouverte.maintenant;
const signee = fais(ouverte, '2025-01-20T09:00:00.000Z', {
  type: 'signContrat',
  signeLe: jour('2025-01-20'),
});

function ligne(avis: CodeAvis, cle: string, rendezVousId: number | null = null): Ligne {
  return { cle: `${cle}:referent`, avis, pour: 'referent', rendezVousId };
}

function vraie(vie: Vie, l: Ligne): boolean {
  return estEncoreVraie(l, vie.p, contexte(vie));
}

function codes(vie: Vie, pour: 'referent' | 'responsable'): readonly CodeAvis[] {
  return pointsOuverts(vie.p, contexte(vie), pour).map((p) => p.avis);
}

describe('R17 — ce qu’une ligne précise', () => {
  test('R11 — une présence à indiquer dit quel rendez-vous', () => {
    const l = ligne('statut_a_renseigner', 'rdv:1.1:statut:1', 1);
    expect(precisionDe(l, ouverte.p, regles)).toEqual({ quoi: 'rendez_vous', debut });
  });

  test('R13 — un contrat à signer dit son dernier jour', () => {
    const l = ligne('contrat_a_signer', 'contrat:1:rappel:15');
    expect(precisionDe(l, ouverte.p, regles)).toEqual({ quoi: 'jour', le: '2025-02-10' });
  });

  test('R15, R16 — un bilan dit son jour, le plafond son dernier jour', () => {
    const bilan = ligne('bilan_a_preparer', 'bilan:2:annonce');
    expect(precisionDe(bilan, signee.p, regles)).toEqual({ quoi: 'jour', le: '2026-01-20' });
    const plafond = ligne('plafond_proche', 'plafond:1:avis:90');
    expect(precisionDe(plafond, signee.p, regles)).toEqual({ quoi: 'jour', le: '2026-07-20' });
  });

  test('R08 — un créneau introuvable compte dans le mois civil qui contient le milieu du mois du parcours', () => {
    const mois = (n: number) =>
      precisionDe(ligne('creneau_introuvable', `mois:${n}:planification:2`), signee.p, regles);
    expect(mois(1)).toEqual({ quoi: 'mois', mois: '2025-02' });
    expect(mois(4)).toEqual({ quoi: 'mois', mois: '2025-05' });
    expect(
      precisionDe(ligne('creneau_introuvable', 'accueil:planification:1'), ouverte.p, regles),
    ).toBeNull();
  });

  test('R10 — un mois sans rendez-vous honoré dit ses jours', () => {
    expect(precisionDe(ligne('mois_manque', 'mois:3:compte'), signee.p, regles)).toEqual({
      quoi: 'jours',
      du: '2025-03-21',
      au: '2025-04-20',
    });
  });

  test('R18 — une lettre à remettre dit de quoi elle parle', () => {
    const sansAdresse = ouvre({ joignable: false });
    const l = ligne('lettre_a_faire', 'rdv:1.1:convocation:lettre');
    expect(precisionDe(l, sansAdresse.p, regles)).toEqual({ quoi: 'lettre', modele: 'convocation' });
    expect(vraie(sansAdresse, l)).toBe(true);
    expect(vraie({ ...sansAdresse, maintenant: addMinutes(debut, 1) }, l)).toBe(false);
  });
});

describe('R17 — une ligne réglée avant d’être lue n’est pas lue', () => {
  const statut = ligne('statut_a_renseigner', 'rdv:1.1:statut:1', 1);
  const passee = jusquA(ouverte, addMinutes(debut, 24 * 60));

  test('R11 — la présence indiquée dans la nuit', () => {
    expect(vraie(passee, statut)).toBe(true);
    const indiquee = fais(passee, passee.maintenant, {
      type: 'recordStatut',
      rendezVousId: 1,
      statut: 'honore',
      texteId: null,
    });
    expect(vraie(indiquee, statut)).toBe(false);
  });

  test('R13 — le contrat signé', () => {
    const l = ligne('contrat_en_retard', 'contrat:1:retard:1');
    expect(vraie(ouverte, l)).toBe(true);
    expect(vraie(signee, l)).toBe(false);
  });

  test('R08 — le créneau trouvé', () => {
    const plein = { ...agenda, permanences: [] };
    const l = ligne('creneau_introuvable', 'mois:2:planification:1');
    const sans = jusquA(signee, '2025-02-05T09:00:00.000Z', plein);
    expect(vraie(sans, l)).toBe(true);
    expect(vraie(jusquA(sans, '2025-02-07T09:00:00.000Z'), l)).toBe(false);
  });

  test('R10 — le mois corrigé, le bilan réalisé, le plafond prolongé, le parcours clos', () => {
    expect(vraie(signee, ligne('mois_manque', 'mois:1:compte'))).toBe(false);
    expect(vraie(signee, ligne('bilan_a_tenir', 'bilan:1:rappel:7'))).toBe(true);
    expect(vraie(signee, ligne('plafond_proche', 'plafond:1:avis:90'))).toBe(true);
    expect(vraie(signee, ligne('plafond_proche', 'plafond:2:avis:90'))).toBe(false);
    expect(vraie(signee, ligne('plafond_a_decider', 'plafond:1:decision'))).toBe(false);
    const close = fais(signee, signee.maintenant, {
      type: 'exitParcours',
      motif: 'cdi',
      le: jour('2025-01-20'),
    });
    expect(vraie(close, ligne('bilan_a_tenir', 'bilan:1:rappel:7'))).toBe(false);
  });
});

describe('R12, R17 — ce qui reste ouvert', () => {
  const [mardi, septOuvres] = [addMinutes(debut, 60), addMinutes(debut, 24 * 60 * 15)];

  test('R11, R12 — le responsable ne voit une présence non indiquée que le 7e jour ouvré, et jusqu’à ce qu’elle le soit', () => {
    expect(codes(jusquA(ouverte, mardi), 'referent')).toContain('statut_a_renseigner');
    expect(codes(jusquA(ouverte, mardi), 'responsable')).toEqual([]);
    const tardive = jusquA(ouverte, septOuvres);
    expect(codes(tardive, 'responsable')).toContain('statut_a_renseigner');
    const indiquee = fais(tardive, tardive.maintenant, {
      type: 'recordStatut',
      rendezVousId: 1,
      statut: 'honore',
      texteId: null,
    });
    expect(codes(indiquee, 'responsable')).not.toContain('statut_a_renseigner');
  });

  test('R13 — le contrat en retard monte au responsable le 10e jour ouvré', () => {
    expect(codes(jusquA(ouverte, '2025-02-21T09:00:00.000Z'), 'responsable')).not.toContain(
      'contrat_en_retard',
    );
    expect(codes(jusquA(ouverte, '2025-02-24T09:00:00.000Z'), 'responsable')).toContain('contrat_en_retard');
  });

  test('R17 — un parcours ouvert sans référent se lit dans le récapitulatif du responsable, tant que personne n’est désigné', () => {
    const sans = ouvre({ referent: false });
    const l = ligne('referent_a_designer', 'referent:designation');
    const lignesDe = ({ p, journal }: Vie) => {
      const auteur = { par: 'agent:essai', a: sans.maintenant, echeance: null } as const;
      const faits = journal.slice(0, 2).map(({ fait }) => fait);
      return conclude(p.id, null, faits, auteur, { joignable: true }).lignes.map((x) => x.avis);
    };
    expect(lignesDe(sans)).toContain('referent_a_designer');
    expect(lignesDe(ouverte)).not.toContain('referent_a_designer');
    expect(codes(sans, 'responsable')).toContain('referent_a_designer');
    expect(codes(sans, 'referent')).not.toContain('referent_a_designer');
    expect(vraie(sans, l)).toBe(true);
    const avec = fais(sans, sans.maintenant, { type: 'assignReferent', referentId: 'referent' });
    expect(vraie(avec, l)).toBe(false);
    expect(codes(avec, 'responsable')).not.toContain('referent_a_designer');
  });

  test('R17 — ce qui reste ouvert se dit dans les mêmes termes que la ligne qui l’annonçait', () => {
    const vie = jusquA(ouverte, septOuvres);
    const statut = ligne('statut_a_renseigner', 'rdv:1.1:statut:7', 1);
    expect(pointsOuverts(vie.p, contexte(vie), 'responsable')).toContainEqual({
      avis: 'statut_a_renseigner',
      precision: precisionDe(statut, vie.p, regles),
    });
  });
});
