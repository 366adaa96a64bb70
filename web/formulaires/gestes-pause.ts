import type { GestePermisDe } from '../../domain/parcours/gestes';
import { motifsPause } from '../../domain/pauses/pause';
import { jourEntre } from './champs-frequents';
import type { Formulaire } from './formulaire';

export function formulairePause(
  g: GestePermisDe<'pauseParcours'> | GestePermisDe<'resumeParcours'>,
): Formulaire {
  if (g.geste === 'resumeParcours')
    return {
      geste: g.geste,
      titre: 'Indiquer la reprise',
      suite:
        'Les rendez-vous et les échéances reprennent ce jour-là, décalés des jours de pause. Le premier jour de la pause y renonce.',
      champs: [jourEntre('le', 'L’accompagnement reprend le', g.du, null)],
      bouton: 'Enregistrer la reprise',
      grave: false,
    };
  return {
    geste: g.geste,
    titre: 'Mettre en pause',
    suite:
      'Plus de rendez-vous ni de rappel pendant la pause ; ceux qui étaient prévus sont annulés et la personne prévenue. Les jours perdus s’ajoutent à la fin.',
    champs: [
      {
        nature: 'choix',
        nom: 'motif',
        libelle: 'Raison',
        aide: 'Aucun détail de santé n’est demandé.',
        options: g.motifs.map((m) => ({ valeur: m, libelle: motifsPause[m] })),
      },
      jourEntre('du', 'Premier jour', g.du, g.au),
      {
        nature: 'jour',
        nom: 'au',
        libelle: 'Dernier jour, inclus',
        aide: 'Laissez vide si personne ne le connaît encore.',
        facultatif: true,
      },
    ],
    bouton: 'Mettre en pause',
    grave: false,
  };
}
