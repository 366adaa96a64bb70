import { explainRefus } from '../domain/refus';
import { ditJour } from '../domain/parcours/dire';
import { jourAt } from '../domain/temps/heure-locale';
import { countPersonne } from '../registre/conservation/comptes.prisma';
import { erasePersonne } from '../registre/conservation/effacement.prisma';
import { instantOfColonne } from '../registre/dates';
import { inSalve } from '../registre/salve';
import { withBase } from './base';
import { defineCommande, MauvaisUsage } from './commande';
import { renderComptes } from './conservation-dite';

const IDENTIFIANT = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** R45 — one person, at her request: counted; erased only when asked. By her opaque id: no name is typed in a shell. */
export const effacer = defineCommande({
  resume: 'dit ce que l’effacement d’une personne emporterait, et l’efface si on le demande',
  suite: 'IDENTIFIANT',
  options: {
    appliquer: { type: 'boolean', dit: 'efface, sans retour ; sans elle, rien n’est effacé' },
    agent: { type: 'string', dit: 'qui efface (prenom.nom) ; « exploitation » sans rien dire' },
  },
  async run({ values: { appliquer = false, agent = 'exploitation' }, positionals: [id = '', ...trop] }) {
    if (!IDENTIFIANT.test(id) || trop.length > 0)
      throw new MauvaisUsage('Donnez l’identifiant d’une personne, tel que l’API le donne.');
    if (!/^[\w.-]{1,60}$/.test(agent)) throw new MauvaisUsage('Donnez à --agent un nom comme prenom.nom.');
    return withBase(async (base) => {
      const lue = await countPersonne(base, id);
      if (lue === null) throw new Error('aucune personne ne porte cet identifiant.');
      if (lue.efface_a !== null) {
        const le = jourAt(instantOfColonne(lue.efface_a), 'metropole');
        say(`Cette personne a déjà été effacée le ${ditJour(le)}.\n`);
        return 0;
      }
      if (!appliquer) {
        say(`À effacer, avec son identité : ${renderComptes(lue)}.\n`);
        if (lue.suivie) say(`${explainRefus({ code: 'personne_suivie' })}\n`);
        else say('Rien n’a été effacé. Pour le faire, sans retour, ajoutez --appliquer.\n');
        return lue.suivie ? 1 : 0;
      }
      const demande = { beneficiaireId: id, raison: 'demande', par: `agent:${agent}`, mois: null } as const;
      const issue = await inSalve(base, (tx) => erasePersonne(tx, demande));
      if ('refus' in issue) throw new Error(explainRefus(issue.refus));
      if (!('fait' in issue))
        throw new Error('un courriel est en train de partir : réessayez dans trois minutes.');
      say(`Effacée le ${ditJour(issue.le)}, et avec son identité : ${renderComptes(issue.fait)}.\n`);
      return 0;
    });
  },
});

const say = (texte: string) => void process.stdout.write(texte);
