import type { RefDispositif } from '../domain/dispositifs/en-vigueur';
import type { CivilDate } from '../domain/temps/jour';
import { nouveauBeneficiaire } from '../api/contrat/beneficiaires';
import { readWith } from '../api/contrat/fautes';
import type { LigneALire, Raison } from '../registre/imports/imports';
import { enteteOf, type Champ, type Colonnes } from './colonnes';
import { ecrituresDEdition, findEdition, parseJour, parseOuiNon } from './valeurs';

type Lecture =
  | { readonly ok: true; readonly lue: LigneALire }
  | { readonly ok: false; readonly raisons: readonly Raison[] };

/** R43 — a list does not say how people want to be written to: they say it themselves. */
const PERSONNE = nouveauBeneficiaire.omit({ preference: true });

/** A row, read field by field, the person by the same contract as the API: all that is wrong with it is said at once. */
export function parseLigne(cellules: readonly string[], colonnes: Colonnes): Lecture {
  const raisons: Raison[] = [];
  const say = (champ: Champ, raison: string) => {
    raisons.push({ colonne: enteteOf(colonnes, champ), raison });
    return null;
  };
  const cellule = (champ: Champ) => cellules[colonnes.places.get(champ) ?? -1]?.trim() ?? '';
  const jour = (champ: Champ): CivilDate | null =>
    parseJour(cellule(champ)) ?? say(champ, 'donnez un jour du calendrier, par exemple 31/03/2025.');
  const facultatif = (champ: Champ) => cellule(champ) || null;

  if (cellules.slice(colonnes.entetes.length).some((c) => c !== ''))
    raisons.push({
      colonne: '',
      raison: 'cette ligne a plus de cellules que la première : un séparateur est de trop.',
    });
  const personne = readWith(PERSONNE, {
    idExterne: cellule('idExterne'),
    prenom: cellule('prenom'),
    nom: cellule('nom'),
    courriel: facultatif('courriel'),
    telephone: facultatif('telephone'),
    adresse: facultatif('adresse'),
  });
  if (!personne.ok) for (const { champ, message } of personne.fautes) say(champ as Champ, message);
  const structure = cellule('structure') || say('structure', 'ce champ est vide.');
  const dispositif: RefDispositif | null =
    findEdition(cellule('programme')) ?? say('programme', `choisissez parmi : ${ecrituresDEdition}.`);
  const orientationNotifieeLe = jour('orientation');
  const soumisAuxObligations =
    parseOuiNon(cellule('obligations')) ?? say('obligations', 'écrivez oui ou non.');
  const contratSigneLe = cellule('contrat') === '' ? null : jour('contrat');
  const referent = cellule('referent').toLowerCase() || null;
  if (contratSigneLe !== null && referent === null)
    say('referent', 'un contrat signé a un référent : donnez son courriel.');

  if (!personne.ok || structure === null || dispositif === null || orientationNotifieeLe === null)
    return { ok: false, raisons };
  if (soumisAuxObligations === null || raisons.length > 0) return { ok: false, raisons };
  const ouverture = { dispositif, orientationNotifieeLe, soumisAuxObligations, contratSigneLe };
  return { ok: true, lue: { ...personne.valeur, structure, referent, ...ouverture } };
}
