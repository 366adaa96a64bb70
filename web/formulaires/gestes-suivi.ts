import { jourEnLettres } from '../../domain/courriels/dates-dites';
import type { GestePermisDe } from '../../domain/parcours/gestes';
import { orientations } from '../../domain/parcours/journal-dit';
import { motifsChangement } from '../../domain/parcours/referent';
import { champObjectifs, choixOuCache, jourEntre } from './champs-frequents';
import type { Entourage } from './entourage';
import type { Formulaire } from './formulaire';

export function formulaireBilan(g: GestePermisDe<'recordBilan'>, e: Entourage): Formulaire {
  const bilans = g.bilans.map((b) => ({
    valeur: String(b.rang),
    libelle: `Bilan n° ${b.rang}, prévu le ${jourEnLettres(b.aTenirLe)}`,
  }));
  const textes = (e.engagement.versions.at(-1)?.objectifs ?? []).map((o) => e.textes[o.texteId] ?? null);
  const rangs = [...new Set([0, 1, 2, ...textes.keys()])];
  const du = g.bilans.map((b) => b.du).sort()[0] ?? g.au;
  return {
    geste: g.geste,
    titre: 'Enregistrer un bilan',
    suite: 'Un retard ne décale pas le bilan suivant.',
    champs: [
      choixOuCache('cible.numero', 'Bilan', bilans),
      jourEntre('tenuLe', 'Jour où il a été tenu', du, g.au),
      ...rangs.map((i) => champObjectifs(i, textes[i] ?? null)),
      {
        nature: 'choix',
        nom: 'orientation',
        libelle: 'La suite décidée avec la personne',
        options: g.orientations.map((o) => ({ valeur: o, libelle: orientations[o] })),
      },
    ],
    bouton: 'Enregistrer le bilan',
    grave: false,
  };
}

export function formulaireRemise(g: GestePermisDe<'recordRemise'>, e: Entourage): Formulaire {
  const offertes = new Set(g.lettres.map((l) => l.courrielCle));
  const lettres = e.lettres
    .filter((l) => offertes.has(l.courrielCle))
    .sort((x, y) => Number(y.sert) - Number(x.sert));
  const du = g.lettres.map((l) => l.du).sort()[0] ?? g.au;
  return {
    geste: g.geste,
    titre: 'Indiquer qu’une lettre a été remise',
    suite: 'Les délais de réponse courent depuis le jour de la remise.',
    champs: [
      choixOuCache(
        'cible.cle',
        'Lettre',
        lettres.map(({ courrielCle, libelle, depuis, sert }) => ({
          valeur: courrielCle,
          libelle: `${libelle}, du ${jourEnLettres(depuis)}${sert ? '' : ' (ne sert plus)'}`,
        })),
      ),
      jourEntre('le', 'Jour de la remise', du, g.au),
    ],
    bouton: 'Enregistrer la remise',
    grave: false,
  };
}

/** R22 — nobody is chosen beforehand, and nothing is asked that the person would be told. */
export function formulaireChangement(g: GestePermisDe<'changeReferent'>, e: Entourage): Formulaire {
  return {
    geste: g.geste,
    titre: 'Changer de référent',
    suite:
      'Les rendez-vous à venir passent dans son agenda ou lui sont signalés. La personne et les deux référents sont prévenus. Les dates du parcours ne changent pas.',
    champs: [
      {
        nature: 'choix',
        nom: 'referentId',
        libelle: 'Nouveau référent',
        options: e.referents
          .filter(({ id }) => id !== g.actuel)
          .map(({ id, nom }) => ({ valeur: id, libelle: nom })),
      },
      {
        nature: 'choix',
        nom: 'motif',
        libelle: 'Pourquoi',
        options: g.motifs.map((m) => ({ valeur: m, libelle: motifsChangement[m] })),
      },
      jourEntre('le', 'Jour du changement', g.du, g.au),
      {
        nature: 'texte',
        nom: 'commentaire',
        libelle: 'Commentaire',
        facultatif: true,
        aide: 'Un mot suffit ; il pourra être effacé.',
      },
    ],
    bouton: 'Confier à ce référent',
    grave: true,
  };
}
