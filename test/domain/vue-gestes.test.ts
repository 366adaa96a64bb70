import fc from 'fast-check';
import { codesRegimePoint } from '../../domain/engagement/codes';
import { contexteOf } from '../../domain/parcours/contexte';
import { decide } from '../../domain/parcours/decide';
import type { Demande } from '../../domain/parcours/demandes';
import { codesGeste, gestesPermis, type CodeGeste, type GestePermis } from '../../domain/parcours/gestes';
import { codesSituation } from '../../domain/parcours/suivi-sortie';
import type { RendezVous } from '../../domain/rendez-vous/rendez-vous';
import { addMinutes, epochMsOf, instantOf, type Instant } from '../../domain/temps/instant';
import { instantAt, jourAt } from '../../domain/temps/heure-locale';
import { addJours, jour, type CivilDate } from '../../domain/temps/jour';
import { agenda, contexte, demande, jusquA, ouvre, regles, type Vie } from './vue-vies';

/** An agenda that refuses nothing by itself: what the law says is what is tested here. */
const vide = { ...agenda, maximumParJour: 100 };

function refusOf(vie: Vie, d: Demande): string | null {
  const ctx = { ...contexte(vie), agenda: vide };
  const decision = decide(vie.p.id, d, vie.p, ctx, 'agent:essai');
  return decision.accepte ? null : decision.refus.code;
}

function offerts(vie: Vie): readonly GestePermis[] {
  return gestesPermis(vie.p, contexteOf(regles, vie.p), vie.maintenant);
}

/** A moment of that day that has not come yet. */
function momentLe(le: CivilDate, maintenant: Instant): Instant {
  const midi = instantAt(le, '12:00', 'metropole');
  return midi > maintenant ? midi : addMinutes(maintenant, 1);
}

/** Elsewhere, under that edition. */
function reorientation(dispositif: Vie['p']['dispositif'], orientationNotifieeLe: CivilDate): Demande {
  return {
    type: 'reorientParcours',
    suivantId: 'suivant',
    dispositif,
    structureId: 'ailleurs',
    zone: 'metropole',
    referentId: null,
    orientationNotifieeLe,
    soumisAuxObligations: null,
    texteId: null,
  };
}

/** Every input that a form made from this gesture can send, at its bounds. */
function valides(g: GestePermis, maintenant: Instant): readonly Demande[] {
  const texteId = 'texte';
  switch (g.geste) {
    case 'assignReferent':
      return [{ type: g.geste, referentId: 'referent' }];
    case 'changeReferent':
      return [g.du, g.au].map((le, i) => ({
        type: g.geste,
        referentId: `${g.actuel}-bis`,
        motif: g.motifs.at(-i) ?? 'autre',
        le,
        texteId,
        transfertId: null,
      }));
    case 'correctOrientation':
      return [g.au, addJours(g.au, -400)]
        .filter((notifieeLe) => notifieeLe !== g.notifieeLe)
        .map((notifieeLe) => ({ type: g.geste, notifieeLe }));
    case 'recordOrientation':
      return [g.du, g.au].map((notifieeLe) => ({ type: g.geste, notifieeLe }));
    case 'signContrat':
      return [g.du, g.au].map((signeLe) => ({ type: g.geste, signeLe }));
    case 'addRendezVous':
      return [{}, ...g.bilans.map(({ rang }) => ({ bilan: rang }))].map((bilan) => ({
        type: g.geste,
        debut: momentLe(g.du, maintenant),
        dureeMinutes: 45,
        ...bilan,
      }));
    case 'moveRendezVous':
      return g.rendezVous.map((rendezVousId) => ({
        type: g.geste,
        rendezVousId,
        debut: momentLe(g.du, maintenant),
        dureeMinutes: null,
      }));
    case 'cancelRendezVous':
      return g.rendezVous.flatMap((rendezVousId) =>
        (['service', 'personne'] as const).map((par) => ({ type: g.geste, rendezVousId, par })),
      );
    case 'recordStatut':
      return g.rendezVous.flatMap(({ id }) =>
        g.statuts.map((statut) => ({ type: g.geste, rendezVousId: id, statut, texteId: null })),
      );
    case 'correctStatut':
      return g.rendezVous.flatMap(({ id, statut: avant }) =>
        g.statuts
          .filter((statut) => statut !== avant)
          .map((statut) => ({ type: g.geste, rendezVousId: id, statut, texteId: null })),
      );
    case 'correctRendezVous':
      return g.rendezVous.map((rendezVousId) => ({
        type: g.geste,
        rendezVousId,
        debut: addMinutes(maintenant, -1),
        dureeMinutes: null,
      }));
    case 'recordRendezVous':
      return g.statuts.map((statut) => ({
        type: g.geste,
        debut: addMinutes(maintenant, -1),
        dureeMinutes: 45,
        statut,
        texteId: null,
      }));
    case 'correctContrat':
      return [g.du, g.au]
        .filter((signeLe) => signeLe !== g.signeLe)
        .map((signeLe) => ({ type: g.geste, signeLe }));
    case 'correctBilan':
      return g.bilans.flatMap(({ rang, tenuLe: avant, du }) =>
        [du, g.au]
          .filter((tenuLe) => tenuLe !== avant)
          .map((tenuLe) => ({ type: g.geste, bilan: rang, tenuLe })),
      );
    case 'recordBilan':
      return g.bilans.flatMap(({ rang, du }) =>
        [du, g.au].map((tenuLe, i) => ({
          type: g.geste,
          bilan: rang,
          tenuLe,
          objectifs: [{ texteId, atteint: 'oui' as const }],
          orientation: g.orientations.at(-i) ?? 'continuer',
        })),
      );
    case 'pauseParcours':
      return [g.du, g.au ?? addJours(g.du, 30)].map((du) => ({
        type: g.geste,
        motif: g.motifs[0] ?? 'autre',
        du,
        au: g.sansFin ? null : du,
      }));
    case 'resumeParcours':
      return [{ type: g.geste, le: g.du }];
    case 'prolongParcours':
      return [g.du, g.au].map((jusquAu) => ({ type: g.geste, jusquAu, texteId }));
    case 'recordLecture':
      return g.reponses.map(({ rang }) => ({ type: g.geste, reponse: rang }));
    case 'recordContact':
      return [g.du, g.au].map((le) => ({ type: g.geste, le, moyen: 'telephone', texteId }));
    case 'recordEmploi':
      return [g.du, g.au].map((debutLe) => ({
        type: g.geste,
        debutLe,
        genre: 'cdi',
        finPrevueLe: null,
        texteId,
      }));
    case 'recordFinEmploi':
      return [g.du, g.au].map((le) => ({ type: g.geste, le, texteId }));
    case 'qualifyMotif':
      return g.manquements.flatMap(({ id: manquement, qualifications }) =>
        qualifications.map((qualification) => ({ type: g.geste, manquement, qualification, texteId })),
      );
    case 'recordMotif':
      return g.manquements.map(({ id: manquement }) => ({
        type: g.geste,
        manquement,
        motif: g.motifs[0] ?? 'autre',
        recuLe: g.du,
        texteId,
      }));
    case 'recordRemobilisation':
      return g.manquements.map(({ id: manquement, du }) => ({ type: g.geste, manquement, le: du, texteId }));
    case 'recordSuite':
      return g.manquements.flatMap(({ id: manquement, du }) =>
        g.suites.map((suite) => ({ type: g.geste, manquement, suite, le: du, texteId })),
      );
    case 'recordTransmission':
      return g.manquements.map(({ id: manquement, du }) => ({ type: g.geste, manquement, le: du }));
    case 'confirmSignalement':
    case 'dropSignalement':
      return g.manquements.map(({ id: manquement }) => ({ type: g.geste, manquement, texteId }));
    case 'postponeSignalement':
      return g.manquements.map(({ id: manquement }) => ({ type: g.geste, manquement, au: g.du, texteId }));
    case 'recordRemise':
      return g.lettres.flatMap(({ courrielCle, du }) =>
        [du, g.au].map((le) => ({ type: g.geste, courrielCle, le })),
      );
    case 'reviseContrat':
      return [g.du, g.au].flatMap((le, i) =>
        [
          undefined,
          { parSemaine: 0, motif: 'sante' as const },
          { parSemaine: g.heures.maximum, motif: null },
        ].map((heures) => ({
          ...{ type: g.geste, le, par: i === 0 ? ('personne' as const) : ('referent' as const), texteId },
          ...(heures !== undefined && { heures }),
        })),
      );
    case 'recordRefusContrat':
      return [g.du, g.au].map((le) => ({ type: g.geste, le, texteId: null }));
    case 'assignPointLegal':
      return codesRegimePoint.map((regime) => ({ type: g.geste, regime }));
    case 'joinPointLegal':
      return [{ type: g.geste, bilan: g.bilan }];
    case 'recordPointLegal':
      return [g.du, g.au].flatMap((tenuLe) => g.issues.map((issue) => ({ type: g.geste, tenuLe, issue })));
    case 'recordEntretien':
      return g.rendezVous.flatMap((rendezVousId) => [
        { type: g.geste, rendezVousId, texteId, demarches: [] },
        ...etapesDe(g).map((d) => ({ type: g.geste, rendezVousId, texteId: null, demarches: [d] })),
      ]);
    case 'addDemarche':
      return etapesDe(g).map((d) => ({ type: g.geste, ...d }));
    case 'recordDemarche':
      return g.demarches.flatMap(({ numero, issues }) =>
        issues.map((issue) => ({ type: g.geste, demarche: numero, issue, texteId: null })),
      );
    case 'assignDeclarations':
      return [g.du, g.au].map((dtr, i) => ({ type: g.geste, dtr, actualisation: i === 0 ? null : g.du }));
    case 'recordDeclaration':
      return g.declarations.flatMap(({ genre, duLe, issues }) =>
        issues.map((issue) => ({ type: g.geste, genre, duLe, issue, texteId: null })),
      );
    case 'recordDroits':
      return g.moments.map((moment) => ({ type: g.geste, moment, droits: { logement: 'vu' as const } }));
    case 'addEtape':
      return [g.du, g.au].map((le) => ({
        ...{ type: g.geste, quoi: 'formation' as const, partenaire: null, le, du: le },
        ...{ au: g.jusquA ?? addJours(le, 400), texteId, partenaireTexteId: null },
      }));
    case 'moveEtape':
      return g.etapes.flatMap(({ numero, du, au: avant }) =>
        [du, g.au ?? addJours(du, 400)]
          .filter((au) => au !== avant)
          .map((au) => ({ type: g.geste, etape: numero, du: null, au, texteId })),
      );
    case 'recordEtape':
      return g.etapes.flatMap(({ numero, du, issues }) =>
        issues.flatMap((issue) =>
          [du, g.au].map((le) => ({ type: g.geste, etape: numero, issue, le, texteId })),
        ),
      );
    case 'assignPublics':
      return [g.prioritaires, []]
        .filter((dits) => dits.join() !== g.actuels?.join())
        .map((dits) => ({ type: g.geste, publics: dits }));
    case 'exitParcours':
      return [g.du, g.au].map((le, i) => ({ type: g.geste, motif: g.motifs.at(-i) ?? 'cdi', le }));
    case 'dropDeces':
      return [{ type: g.geste, texteId }];
    case 'recordSuivi':
      // A death is dated from the exit on; the form gives the narrower days of an answer.
      return g.situations.flatMap((situation) =>
        [g.du, g.au].map((le) => ({ type: g.geste, situation, le, texteId: null })),
      );
    case 'reorientParcours':
      return g.editions.flatMap(({ dispositif }) =>
        [g.du, g.au].map((orientationNotifieeLe) => reorientation(dispositif, orientationNotifieeLe)),
      );
    case 'moveEdition':
      return g.editions.flatMap(({ dispositif, du, au }) =>
        [du, au].map((le) => ({ type: g.geste, dispositif, le })),
      );
  }
}

function etapesDe({ du, au }: { readonly du: CivilDate; readonly au: CivilDate | null }) {
  return [du, au ?? addJours(du, 30)].map((avantLe) => ({
    ...{ quoi: 'permis' as const, de: 'personne' as const, avantLe, texteId: null },
  }));
}

/** The most favourable inputs that someone could still send for a gesture that no form offers. */
function tentatives(geste: CodeGeste, vie: Vie): readonly Demande[] {
  const { p, maintenant } = vie;
  const le = jourAt(maintenant, 'metropole');
  const jours = [0, 1, 2, 3, 4, 10, 40].map((n) => addJours(le, n));
  const rendezVous: readonly Pick<RendezVous, 'id'>[] = p.rendezVous;
  const manquements = [0, ...p.manquements.map((m) => m.id)];
  const debuts = jours.map((j) => momentLe(j, maintenant));
  const passes = [addJours(le, -20), addJours(le, -1), le];
  switch (geste) {
    case 'assignReferent':
      return [{ type: geste, referentId: 'autre' }];
    case 'changeReferent':
      return passes.map((jourDit) => ({
        type: geste,
        referentId: 'autre',
        motif: 'autre',
        le: jourDit,
        texteId: null,
        transfertId: null,
      }));
    case 'recordOrientation':
    case 'correctOrientation':
      return passes.map((notifieeLe) => ({ type: geste, notifieeLe }));
    case 'signContrat':
      return passes.map((signeLe) => ({ type: geste, signeLe }));
    case 'addRendezVous':
      return debuts.map((debut) => ({ type: geste, debut, dureeMinutes: 45 }));
    case 'moveRendezVous':
      return rendezVous.flatMap(({ id }) =>
        debuts.map((debut) => ({ type: geste, rendezVousId: id, debut, dureeMinutes: 45 })),
      );
    case 'cancelRendezVous':
      return rendezVous.map(({ id }) => ({ type: geste, rendezVousId: id, par: 'service' }));
    case 'recordStatut':
      return rendezVous.map(({ id }) => ({ type: geste, rendezVousId: id, statut: 'honore', texteId: null }));
    case 'pauseParcours':
      return [...passes, ...jours].flatMap((du) => [
        { type: geste, motif: 'autre', du, au: du },
        { type: geste, motif: 'autre', du, au: null },
      ]);
    case 'resumeParcours':
      return [...passes, ...jours].map((j) => ({ type: geste, le: j }));
    case 'correctStatut':
      return rendezVous.map(({ id }) => ({ type: geste, rendezVousId: id, statut: 'honore', texteId: null }));
    case 'correctRendezVous':
      return rendezVous.map(({ id }) => ({
        type: geste,
        rendezVousId: id,
        debut: addMinutes(maintenant, -60),
        dureeMinutes: null,
      }));
    case 'recordRendezVous':
      return [
        {
          type: geste,
          debut: addMinutes(maintenant, -60),
          dureeMinutes: 45,
          statut: 'honore',
          texteId: null,
        },
      ];
    case 'correctContrat':
      return passes.map((signeLe) => ({ type: geste, signeLe }));
    case 'correctBilan':
      return [1, 2].flatMap((bilan) => passes.map((tenuLe) => ({ type: geste, bilan, tenuLe })));
    case 'recordBilan':
      return [1, 2, 3, 4].flatMap((bilan) =>
        passes.map((tenuLe) => ({ type: geste, bilan, tenuLe, objectifs: [], orientation: 'continuer' })),
      );
    case 'prolongParcours':
      return [30, 200, 500].map((n) => ({ type: geste, jusquAu: addJours(le, n), texteId: 't' }));
    case 'recordLecture':
      return [1, 2, 3, 4, 5].map((reponse) => ({ type: geste, reponse }));
    case 'recordContact':
      return passes.map((jourDit) => ({ type: geste, le: jourDit, moyen: 'telephone', texteId: null }));
    case 'recordEmploi':
      return passes.map((debutLe) => ({
        type: geste,
        debutLe,
        genre: 'cdi',
        finPrevueLe: null,
        texteId: null,
      }));
    case 'recordFinEmploi':
      return passes.map((jourDit) => ({ type: geste, le: jourDit, texteId: null }));
    case 'qualifyMotif':
      return manquements.map((manquement) => ({
        type: geste,
        manquement,
        qualification: 'legitime',
        texteId: null,
      }));
    case 'confirmSignalement':
    case 'dropSignalement':
      return manquements.map((manquement) => ({ type: geste, manquement, texteId: 't' }));
    case 'postponeSignalement':
      return manquements.map((manquement) => ({
        type: geste,
        manquement,
        au: addJours(le, 10),
        texteId: 't',
      }));
    case 'recordMotif':
      return manquements.map((manquement) => ({
        type: geste,
        manquement,
        motif: 'autre',
        recuLe: le,
        texteId: null,
      }));
    case 'recordRemobilisation':
      return manquements.map((manquement) => ({ type: geste, manquement, le, texteId: null }));
    case 'recordSuite':
      return manquements.map((manquement) => ({
        type: geste,
        manquement,
        suite: 'sans_suite',
        le,
        texteId: null,
      }));
    case 'recordTransmission':
      return manquements.map((manquement) => ({ type: geste, manquement, le }));
    case 'recordRemise':
      return ['rdv:1.1:convocation', 'manquement:1:demande_motif', ...Object.keys(p.lettres)].map(
        (courrielCle) => ({ type: geste, courrielCle, le }),
      );
    case 'reviseContrat':
      return passes.map((le_) => ({ type: geste, le: le_, par: 'personne', texteId: null }));
    case 'recordRefusContrat':
      return passes.map((le_) => ({ type: geste, le: le_, texteId: null }));
    case 'assignPointLegal':
      return [{ type: geste, regime: 'six_mois' }];
    case 'joinPointLegal':
      return [null, 1, 2, 3].map((bilan) => ({ type: geste, bilan }));
    case 'recordPointLegal':
      return passes.map((tenuLe) => ({ type: geste, tenuLe, issue: 'maintien' }));
    case 'recordEntretien':
      return rendezVous.map(({ id }) => ({ type: geste, rendezVousId: id, texteId: 't', demarches: [] }));
    case 'addDemarche':
      return jours.map((avantLe) => ({ type: geste, quoi: 'cv', de: 'personne', avantLe, texteId: null }));
    case 'recordDemarche':
      return [0, ...p.engagement.demarches.map((d) => d.numero)].map((demarche) => ({
        ...{ type: geste, demarche, issue: 'faite' as const, texteId: null },
      }));
    case 'assignDeclarations':
      return [{ type: geste, dtr: null, actualisation: null }];
    case 'recordDeclaration':
      return (['dtr', 'actualisation'] as const).flatMap((genre) =>
        [...passes, ...jours].map((duLe) => ({ type: geste, genre, duLe, issue: 'faite', texteId: null })),
      );
    case 'recordDroits':
      return [0, 1, 2].map((moment) => ({ type: geste, moment, droits: { logement: 'vu' } }));
    case 'addEtape':
      return passes.map((jourDit) => ({
        ...{ type: geste, quoi: 'formation', partenaire: null, le: jourDit, du: jourDit, au: jourDit },
        ...{ texteId: null, partenaireTexteId: null },
      }));
    case 'moveEtape':
      return [0, ...p.engagement.etapes.map((t) => t.numero)].flatMap((etape) =>
        jours.map((au) => ({ type: geste, etape, du: null, au, texteId: null })),
      );
    case 'recordEtape':
      return [0, ...p.engagement.etapes.map((t) => t.numero)].flatMap((etape) =>
        passes.map((jourDit) => ({ type: geste, etape, issue: 'atteinte', le: jourDit, texteId: null })),
      );
    case 'assignPublics':
      return [{ type: geste, publics: [] }];
    case 'exitParcours':
      return passes.map((jourDit) => ({ type: geste, motif: 'cdi', le: jourDit }));
    case 'dropDeces':
      return [{ type: geste, texteId: null }];
    case 'recordSuivi':
      return codesSituation.flatMap((situation) =>
        passes.map((jourDit) => ({ type: geste, situation, le: jourDit, texteId: null })),
      );
    case 'reorientParcours':
      return passes.map((jourDit) => reorientation(p.dispositif, jourDit));
    case 'moveEdition':
      return [jour('2026-07-01'), ...passes].map((jourDit) => ({
        type: geste,
        dispositif: p.dispositif,
        le: jourDit,
      }));
  }
}

/** A life moves by days of the clock and by gestures picked among those that are offered. */
type Pas = { readonly jours: number; readonly choix: number; readonly agit: boolean };
const pas: fc.Arbitrary<Pas> = fc.record({
  jours: fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 4, max: 60 })),
  choix: fc.nat(1000),
  agit: fc.boolean(),
});
const vies = fc.record({
  dispositif: fc.constantFrom(
    { code: 'faire', edition: '2025' },
    { code: 'faire', edition: '2025' },
    { code: 'placement_emploi', edition: '2025' },
  ),
  joignable: fc.boolean(),
  referent: fc.integer({ min: 0, max: 3 }).map((n) => n > 0),
  soumis: fc.boolean(),
  heure: fc.constantFrom(7, 13, 21),
  pas: fc.array(pas, { minLength: 1, maxLength: 10 }),
});

function joue(x: typeof vies extends fc.Arbitrary<infer T> ? T : never, visite: (v: Vie) => void): void {
  let vie = ouvre({
    dispositif: x.dispositif,
    joignable: x.joignable,
    referent: x.referent,
    soumis: x.soumis,
    notifieeLe: jour('2025-01-10'),
  });
  visite(vie);
  for (const { jours, choix, agit } of x.pas) {
    const ms = epochMsOf(vie.maintenant) + jours * 86_400_000 + (jours === 0 ? 60_000 : x.heure * 60_000);
    vie = jusquA(vie, instantOf(ms));
    visite(vie);
    if (!agit) continue;
    const choisis = offerts(vie).filter((g) => g.geste !== 'exitParcours' || choix % 7 === 0);
    const demandes = choisis.flatMap((g) => valides(g, vie.maintenant));
    const d = demandes[choix % Math.max(1, demandes.length)];
    const apres = d === undefined ? vie : demande(vie, d);
    if (!('code' in apres)) vie = apres;
  }
}

describe('Gestes permis', () => {
  test('un geste offert n’est jamais refusé quand il est rempli dans ses bornes', () => {
    fc.assert(
      fc.property(vies, (x) => {
        joue(x, (vie) => {
          for (const g of offerts(vie))
            for (const d of valides(g, vie.maintenant))
              expect({ d, refus: refusOf(vie, d), le: vie.maintenant }).toEqual({
                d,
                refus: null,
                le: vie.maintenant,
              });
        });
      }),
      { numRuns: 15 },
    );
  });

  test('un geste qui n’est pas offert est toujours refusé', () => {
    fc.assert(
      fc.property(vies, (x) => {
        joue(x, (vie) => {
          const permis = new Set(offerts(vie).map((g) => g.geste));
          for (const geste of codesGeste.filter((c) => !permis.has(c)))
            for (const d of tentatives(geste, vie))
              if (refusOf(vie, d) === null)
                throw new Error(`${JSON.stringify(d)} accepté le ${vie.maintenant}`);
        });
      }),
      { numRuns: 15 },
    );
  });
});
