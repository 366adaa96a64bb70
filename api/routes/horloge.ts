import { z } from 'zod';
import { heureAt, instantAt, jourAt } from '../../domain/temps/heure-locale';
import type { Instant } from '../../domain/temps/instant';
import { addDuree } from '../../domain/temps/jour';
import type { Base } from '../../registre/base';
import { freezeHorloge, readHorloge, releaseHorloge } from '../../registre/horloge/horloge';
import { findProchainInstant } from '../../registre/horloge/marche.prisma';
import { askPromenade, findPromenade, findPromenadeEnCours } from '../../registre/horloge/promenades';
import { findDernierFait } from '../../registre/listes/horloge.prisma';
import { identifiant } from '../contrat/champs';
import { gel, horloge, nouvellePromenade, promenade, type NouvellePromenade } from '../contrat/horloge';
import { writeOnce } from '../ecriture';
import { problemeOf } from '../probleme';
import { defineRoute, rends, V1, type Route } from '../route';

/** Days and months of a walk are counted on this wall, whatever the structures. */
const ZONE = 'metropole';

async function horlogeOf(base: Base) {
  const [lue, enCours] = await Promise.all([readHorloge(base), findPromenadeEnCours(base)]);
  return { ...lue, promenade: enCours };
}

const groupe = 'Horloge';

/** Demonstrations and rehearsals only: production does not have these routes. */
export const routesHorloge: readonly Route[] = [
  defineRoute({
    methode: 'get',
    chemin: `${V1}/horloge`,
    groupe,
    resume: 'Lire l’horloge',
    reponses: { 200: { description: 'L’horloge.', schema: horloge } },
    repond: async (_, { base }) => rends(200, await horlogeOf(base)),
  }),
  defineRoute({
    methode: 'post',
    chemin: `${V1}/horloge/gel`,
    groupe,
    resume: 'Figer l’horloge',
    portee: 'horloge',
    description: 'À l’instant qu’elle montre, ou à un instant qui ne saute aucune échéance.',
    corps: gel,
    refuse: true,
    reponses: { 200: { description: 'L’horloge figée.', schema: horloge } },
    repond: ({ corps, idempotence }, { base }) =>
      writeOnce(base, idempotence, async (tx) => {
        if ((await findPromenadeEnCours(base)) !== null)
          return { probleme: problemeOf('promenade_en_cours') };
        const avant = await readHorloge(tx);
        const a = corps.a ?? avant.maintenant;
        const dernier = await findDernierFait(tx);
        if (dernier !== null && a < dernier) return { probleme: problemeOf('horloge_recule') };
        const prochain = await findProchainInstant(base);
        if (prochain !== null && prochain <= a && a > avant.maintenant)
          return { probleme: problemeOf('horloge_saute') };
        await freezeHorloge(tx, a);
        return rends(200, { ...(await readHorloge(tx)), promenade: null });
      }),
  }),
  defineRoute({
    methode: 'post',
    chemin: `${V1}/horloge/reprise`,
    groupe,
    resume: 'Laisser l’horloge repartir, au pas de la vraie, de là où elle est',
    description: 'Deux fois vaut une : une clé d’idempotence n’y ajoute rien.',
    portee: 'horloge',
    sansCle: true,
    reponses: { 200: { description: 'L’horloge.', schema: horloge } },
    async repond(_, { base }) {
      await releaseHorloge(base);
      return rends(200, await horlogeOf(base));
    },
  }),
  defineRoute({
    methode: 'post',
    chemin: `${V1}/horloge/promenades`,
    groupe,
    resume: 'Faire avancer l’horloge, d’échéance en échéance',
    portee: 'horloge',
    description: 'Chaque échéance est honorée à son instant exact par le moteur, courriels compris.',
    corps: nouvellePromenade,
    refuse: true,
    situe: true,
    reponses: { 202: { description: 'La promenade est demandée.', schema: promenade } },
    repond: ({ corps, idempotence }, { base }) =>
      writeOnce(base, idempotence, async () => {
        if ((await findPromenadeEnCours(base)) !== null)
          return { probleme: problemeOf('promenade_en_cours') };
        const { maintenant } = await readHorloge(base);
        const jusquA = await butOf(corps, maintenant, base);
        if (jusquA === null) return { probleme: problemeOf('aucune_echeance') };
        if (jusquA < maintenant) return { probleme: problemeOf('horloge_recule') };
        const id = await askPromenade(base, jusquA);
        const vierge = { depuis: null, rendueA: null, pas: 0, attente: null, finie: false };
        return rends(202, { id, jusquA, ...vierge });
      }),
  }),
  defineRoute({
    methode: 'get',
    chemin: `${V1}/horloge/promenades/{id}`,
    groupe,
    resume: 'Suivre une promenade',
    params: z.strictObject({ id: identifiant('Identifiant de la promenade.') }),
    reponses: { 200: { description: 'La promenade.', schema: promenade } },
    async repond({ params: { id } }, { base }) {
      const lue = await findPromenade(base, id);
      return lue === null ? { probleme: problemeOf('introuvable') } : rends(200, lue);
    },
  }),
];

/** The instant to reach; null when nothing is to come. */
async function butOf(but: NouvellePromenade, maintenant: Instant, base: Base): Promise<Instant | null> {
  const depart = jourAt(maintenant, ZONE);
  const heure = heureAt(maintenant, ZONE);
  switch (but.vers) {
    case 'prochaine_echeance':
      return findProchainInstant(base);
    case 'jours':
      return instantAt(addDuree(depart, { jours: but.nombre }), heure, ZONE);
    case 'mois':
      return instantAt(addDuree(depart, { mois: but.nombre }), heure, ZONE);
    case 'date':
      return instantAt(but.le, but.heure, ZONE);
    case 'instant':
      return but.a;
  }
}
