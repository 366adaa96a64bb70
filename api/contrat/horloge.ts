import { z } from 'zod';
import { choix, dit, entier, heure, instant, jour } from './champs';

export const gel = z
  .strictObject({
    a: instant('Instant où figer l’horloge ; absent : celui qu’elle montre.').nullable().optional(),
  })
  .meta({ id: 'GelHorloge' });

const nombre = (quoi: string, max: number) => entier(`Nombre de ${quoi}.`, 1, max).default(1);

/** Where to walk to. Each échéance on the way is honoured at its exact instant. */
export const nouvellePromenade = z
  .discriminatedUnion(
    'vers',
    [
      z.strictObject({
        vers: choix(['prochaine_echeance'], 'Jusqu’à la prochaine échéance, quelle qu’elle soit.'),
      }),
      z.strictObject({ vers: choix(['jours'], 'De tant de jours.'), nombre: nombre('jours', 366) }),
      z.strictObject({ vers: choix(['mois'], 'De tant de mois.'), nombre: nombre('mois', 36) }),
      z.strictObject({
        vers: choix(['date'], 'Jusqu’à ce jour.'),
        le: jour('Jour à atteindre.'),
        heure: heure('Heure, 12:00 par défaut : les courriels du matin sont partis.').default('12:00'),
      }),
      z.strictObject({
        vers: choix(['instant'], 'Jusqu’à cet instant.'),
        a: instant('Instant à atteindre.'),
      }),
    ],
    'donnez « vers » : prochaine_echeance, jours, mois, date ou instant.',
  )
  .meta({ id: 'NouvellePromenade' });

export type NouvellePromenade = z.output<typeof nouvellePromenade>;

export const promenade = z
  .strictObject({
    id: dit.id('Identifiant de la promenade.'),
    jusquA: dit.instant('Instant à atteindre.'),
    depuis: dit.instant('Instant de départ ; null tant qu’elle n’a pas commencé.').nullable(),
    rendueA: dit.instant('Instant déjà atteint.').nullable(),
    pas: dit.nombre('Nombre d’arrêts faits.'),
    attente: dit.texte('Ce qu’elle attend, quand elle n’avance pas.').nullable(),
    finie: dit.oui('Elle est arrivée.'),
  })
  .meta({ id: 'Promenade' });

export const horloge = z
  .strictObject({
    maintenant: dit.instant('Ce que montre l’horloge.'),
    version: dit.nombre('Change à chaque fois que l’horloge est déplacée.'),
    mode: dit.choix(['systeme', 'decalee', 'figee'], 'Celle du système, décalée, ou figée.'),
    promenade: promenade.nullable().meta({ description: 'La promenade en cours.' }),
  })
  .meta({ id: 'Horloge' });
