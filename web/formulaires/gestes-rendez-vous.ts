import { jourEnLettres, momentEnLettres } from '../../domain/courriels/dates-dites';
import { ditMoment } from '../../domain/parcours/dire';
import type { GestePermisDe } from '../../domain/parcours/gestes';
import { choixOuCache, jourEntre } from './champs-frequents';
import type { Entourage } from './entourage';
import type { Champ, Formulaire, Option } from './formulaire';

type GesteRendezVous = GestePermisDe<
  'recordStatut' | 'addRendezVous' | 'moveRendezVous' | 'cancelRendezVous'
>;

export function formulaireRendezVous(g: GesteRendezVous, e: Entourage): Formulaire {
  switch (g.geste) {
    case 'recordStatut':
      return formulaireStatut(g, e);
    case 'addRendezVous':
      return {
        geste: g.geste,
        titre: 'Ajouter un rendez-vous',
        suite: 'La personne est convoquée aussitôt.',
        champs: [
          jourEntre('debut.le', 'Jour', g.du, g.au),
          { nature: 'heure', nom: 'debut.heure', libelle: 'Heure' },
          duree('45'),
          ...champBilan(g.bilans),
        ],
        bouton: 'Fixer ce rendez-vous',
        grave: false,
      };
    case 'moveRendezVous':
      return {
        geste: g.geste,
        titre: 'Déplacer un rendez-vous',
        suite: 'La personne est prévenue du nouveau jour ; les rappels de l’ancien ne partent pas.',
        champs: [
          choixOuCache('cible.numero', 'Rendez-vous', optionsRendezVous(g.rendezVous, e)),
          jourEntre('debut.le', 'Nouveau jour', g.du, g.au),
          { nature: 'heure', nom: 'debut.heure', libelle: 'Nouvelle heure' },
          { ...duree(''), facultatif: true, aide: 'Laissez vide pour garder la même durée.' },
        ],
        bouton: 'Déplacer le rendez-vous',
        grave: false,
      };
    case 'cancelRendezVous':
      return {
        geste: g.geste,
        titre: 'Annuler un rendez-vous',
        suite: 'La personne est prévenue ; un autre rendez-vous est cherché dans le même mois.',
        champs: [
          choixOuCache('cible.numero', 'Rendez-vous', optionsRendezVous(g.rendezVous, e)),
          {
            nature: 'boutons',
            nom: 'par',
            libelle: 'Qui annule ?',
            options: [
              { valeur: 'personne', libelle: 'La personne' },
              { valeur: 'service', libelle: 'Le service' },
            ],
          },
        ],
        bouton: 'Annuler le rendez-vous',
        grave: true,
      };
  }
}

/** R15 — an appointment may also be the bilan that is due: the person is told so, and brings the contrat. */
function champBilan(bilans: GestePermisDe<'addRendezVous'>['bilans']): readonly Champ[] {
  if (bilans.length === 0) return [];
  return [
    {
      nature: 'choix',
      nom: 'bilan',
      libelle: 'Y tenir un bilan ?',
      aide: 'Laissez vide pour un rendez-vous ordinaire.',
      facultatif: true,
      options: bilans.map(({ rang, aTenirLe }) => ({
        valeur: String(rang),
        libelle: `Bilan n° ${rang}, prévu le ${jourEnLettres(aTenirLe)}`,
      })),
    },
  ];
}

function duree(valeur: string): Extract<Champ, { nature: 'minutes' }> {
  return {
    nature: 'minutes',
    nom: 'dureeMinutes',
    libelle: 'Durée, en minutes',
    min: 5,
    max: 240,
    valeur,
  };
}

export function optionsRendezVous(ids: readonly number[], e: Entourage): readonly Option[] {
  return ids.flatMap((id) => {
    const rdv = e.rendezVous.find((r) => r.id === id);
    return rdv === undefined
      ? []
      : [{ valeur: String(id), libelle: `N° ${id}, ${momentEnLettres(rdv.debut, e.zone)}` }];
  });
}

/** R11 — nobody is marked absent by the machine: no answer is chosen beforehand. */
function formulaireStatut(g: GestePermisDe<'recordStatut'>, e: Entourage): Formulaire {
  const libelles = {
    honore: { libelle: 'Elle est venue' },
    excuse: { libelle: 'Elle s’est excusée', aide: 'Un motif a été donné avant ou sur place.' },
    absent: {
      libelle: 'Elle n’est pas venue',
      aide: 'Sans motif connu. Une demande de motif partira le prochain matin ouvré.',
    },
  };
  const options = g.rendezVous.flatMap(({ id, corrige }) => {
    const rdv = e.rendezVous.find((r) => r.id === id);
    const suite = corrige === null ? '' : ' (correction)';
    return rdv === undefined
      ? []
      : [{ valeur: String(id), libelle: `N° ${id}, ${ditMoment(rdv.debut, e.zone)}${suite}` }];
  });
  const correction = g.rendezVous.every(({ corrige }) => corrige !== null);
  return {
    geste: g.geste,
    titre: correction ? 'Corriger une présence indiquée aujourd’hui' : 'Indiquer si la personne est venue',
    suite: 'Un clic suffit. Peut être corrigé jusqu’à ce soir, sans trace pour la personne.',
    champs: [
      choixOuCache('cible.numero', 'Rendez-vous', options),
      { nature: 'texte', nom: 'commentaire', libelle: 'Commentaire', facultatif: true },
    ],
    bouton: 'La personne :',
    grave: false,
    reponses: { nom: 'statut', options: g.statuts.map((s) => ({ valeur: s, ...libelles[s] })) },
  };
}
