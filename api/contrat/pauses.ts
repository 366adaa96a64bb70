import { z } from 'zod';
import { codesMotifPause, motifsPause } from '../../domain/pauses/pause';
import { choix, jour, jourFacultatif } from './champs';
import { defineGeste } from './geste';

const sansCible = z.strictObject({});
const motifs = codesMotifPause.map((code) => `\`${code}\` : ${motifsPause[code]}`).join(' ; ');

export const pauseParcours = defineGeste({
  type: 'pauseParcours',
  chemin: '/pause',
  resume: 'Mettre un parcours en pause',
  description:
    'La cadence, les rappels et les horloges s’arrêtent du premier au dernier jour ; les rendez-vous compris dans la pause sont annulés et la personne en est prévenue (R19). Déclarée après coup, elle corrige ce qui a suivi (R21).',
  cible: sansCible,
  corps: z
    .strictObject({
      motif: choix(codesMotifPause, `Raison de la pause, sans aucun détail de santé. ${motifs}.`),
      du: jour('Premier jour de la pause ; il peut être passé ou à venir.'),
      au: jourFacultatif('Dernier jour, inclus ; absent tant que personne ne le connaît.'),
    })
    .meta({ id: 'Pause' }),
  build: (_, { motif, du, au }) => ({ type: 'pauseParcours', motif, du, au: au ?? null }),
});

export const resumeParcours = defineGeste({
  type: 'resumeParcours',
  chemin: '/reprise',
  resume: 'Indiquer la reprise d’un parcours en pause',
  description:
    'Le premier jour de la pause y renonce ; un jour plus tardif que prévu la prolonge. Les échéances qui restent se décalent des jours perdus (R20).',
  cible: sansCible,
  corps: z.strictObject({ le: jour('Premier jour où l’accompagnement reprend.') }).meta({ id: 'Reprise' }),
  build: (_, { le }) => ({ type: 'resumeParcours', le }),
});
