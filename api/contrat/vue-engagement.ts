import { z } from 'zod';
import { dit } from './champs';

const texteId = dit.texte('Identifiant du texte effaçable.').nullable();

/** R25–R29 — what is read of the contrat and of what was agreed. */
export const engagement = z
  .strictObject({
    versions: dit.liste(
      z.strictObject({
        version: dit.nombre('Version, 1 pour la signature.'),
        le: dit.jour('Jour.'),
        par: dit.choix(['personne', 'referent'], 'Qui l’a demandée.').nullable(),
        heures: z.strictObject({
          parSemaine: dit.nombre('Heures par semaine ; 0 pour une dispense.'),
          motif: dit.texte('Motif, quand elles sont réduites.').nullable(),
        }),
        heuresDites: dit.texte('Les heures, comme on les dit.'),
        objectifs: dit.liste(
          z.strictObject({
            texteId: dit.texte('Identifiant du texte effaçable.'),
            frein: dit.texte('Frein.').nullable(),
            libelleFrein: dit.texte('Frein, comme on le dit.').nullable(),
          }),
        ),
        texteId,
      }),
      'Toutes les versions du contrat, la dernière est en vigueur (R26).',
    ),
    refus: dit.liste(
      z.strictObject({
        numero: dit.nombre('Numéro.'),
        quoi: dit.choix(['etablir', 'actualiser'], 'Ce qui est refusé.'),
        le: dit.jour('Jour.'),
      }),
    ),
    dernierEntretien: z
      .strictObject({ rendezVousId: dit.nombre('Rendez-vous.'), le: dit.jour('Noté le.'), texteId })
      .nullable(),
    demarches: dit.liste(
      z.strictObject({
        numero: dit.nombre('Numéro.'),
        quoi: dit.texte('Genre.'),
        libelle: dit.texte('Genre, comme on le dit.'),
        de: dit.choix(['personne', 'referent'], 'Qui la fait.'),
        avantLe: dit.jour('Pour quand.'),
        rendezVousId: dit.nombre('Rendez-vous où elle a été convenue.').nullable(),
        texteId,
        etat: dit.texte('État.'),
      }),
    ),
    etapes: dit.liste(
      z.strictObject({
        numero: dit.nombre('Numéro.'),
        quoi: dit.texte('Genre.'),
        libelle: dit.texte('Genre, comme on le dit.'),
        partenaire: dit.texte('Partenaire.').nullable(),
        libellePartenaire: dit.texte('Partenaire, comme on le dit.').nullable(),
        partenaireTexteId: texteId,
        convenueLe: dit.jour('Convenue le.'),
        du: dit.jour('Premier jour.'),
        au: dit.jour('Dernier jour.'),
        texteId,
        etat: dit.texte('État.'),
        libelleEtat: dit.texte('État, comme on le dit.'),
        le: dit.jour('Atteinte ou abandonnée le.').nullable(),
      }),
      'Les étapes contractualisées du parcours (R39).',
    ),
    publics: z
      .strictObject({
        dits: dit
          .liste(
            z.strictObject({
              public: dit.texte('Public.'),
              libelle: dit.texte('Public, comme on le dit.'),
            }),
          )
          .nullable(),
      })
      .nullable()
      .meta({ description: 'Publics prioritaires ; `null` où le dispositif n’en nomme pas (R41).' }),
    declarations: dit.liste(
      z.strictObject({
        genre: dit.texte('Genre.'),
        libelle: dit.texte('Genre, comme on le dit.'),
        premiereLe: dit.jour('La première suivie.'),
        prochaineLe: dit.jour('La prochaine dont rien n’est dit.').nullable(),
      }),
      'Celles qui concernent la personne (R27).',
    ),
    pointLegal: z.strictObject({
      regime: dit.texte('Délai.'),
      libelleRegime: dit.texte('Délai, comme on le dit.'),
      prevu: z
        .strictObject({
          version: dit.nombre('Version du contrat.'),
          aTenirLe: dit.jour('À tenir le.'),
          preparationLe: dit.jour('Enregistrable à partir du.'),
          avecBilan: dit.nombre('Bilan tenu au même rendez-vous.').nullable(),
          bilanProche: dit.nombre('Bilan assez proche pour le même rendez-vous.').nullable(),
        })
        .nullable(),
      tenus: dit.liste(
        z.strictObject({
          version: dit.nombre('Version du contrat.'),
          tenuLe: dit.jour('Tenu le.'),
          issue: dit.texte('Issue.'),
        }),
      ),
    }),
    droits: dit.liste(
      z.strictObject({
        moment: dit.nombre('0 au contrat, n au bilan n.'),
        libelle: dit.texte('Le moment, comme on le dit.'),
        droits: dit.liste(
          z.strictObject({
            droit: dit.texte('Droit.'),
            libelle: dit.texte('Droit, comme on le dit.'),
            issue: dit.texte('Issue.'),
            libelleIssue: dit.texte('Issue, comme on la dit.'),
          }),
        ),
      }),
      'Accès aux droits, moment par moment (R29).',
    ),
  })
  .meta({ id: 'Engagement' });
