import type { JSX } from 'preact';
import { ChampDessine, idOf } from './champ';
import {
  champsOf,
  estGroupe,
  fauteDe,
  type Champ,
  type Formulaire,
  type Groupe,
  type Saisie,
} from './formulaire';

type Props = {
  readonly prefixe: string;
  readonly action: string;
  readonly champs: readonly (Champ | Groupe)[];
  readonly bouton: string;
  readonly grave?: boolean;
  readonly reponses?: Formulaire['reponses'];
  /** One-time key: the same form sent twice acts once (house 6). */
  readonly cle: string;
  readonly saisie: Saisie | null;
};

/** A plain form: it works without JavaScript, and the server checks everything again. */
export function FormulaireDessine({
  prefixe,
  action,
  champs,
  bouton,
  grave,
  reponses,
  cle,
  saisie,
}: Props): JSX.Element {
  return (
    // The server's sentences are the same for everybody, and keep what was typed.
    <form method="post" action={action} noValidate id={prefixe} {...(estListe(champs) && { class: 'liste' })}>
      <input type="hidden" name="cle" value={cle} />
      {champs.map((x) =>
        estGroupe(x) ? (
          <fieldset class="groupe" key={x.titre}>
            <legend>{x.titre}</legend>
            {x.champs.map((c) => (
              <ChampDessine key={c.nom} champ={c} prefixe={prefixe} saisie={saisie} />
            ))}
          </fieldset>
        ) : (
          <ChampDessine key={x.nom} champ={x} prefixe={prefixe} saisie={saisie} />
        ),
      )}
      {reponses === undefined ? (
        <button class={grave === true ? 'grave' : 'principal'}>{bouton}</button>
      ) : (
        <Reponses prefixe={prefixe} titre={bouton} reponses={reponses} />
      )}
    </form>
  );
}

/** A long list of short answers, all optional: it is read side by side. */
function estListe(champs: Props['champs']): boolean {
  const choix = champs.filter((x) => !estGroupe(x) && x.nature === 'choix' && x.facultatif === true);
  return choix.length > 5;
}

type PropsReponses = {
  readonly prefixe: string;
  readonly titre: string;
  readonly reponses: NonNullable<Formulaire['reponses']>;
};

/** One press answers and sends: what each answer brings is said beside it, before. */
function Reponses({ prefixe, titre, reponses: { nom, options } }: PropsReponses): JSX.Element {
  const titreId = `${prefixe}-${nom}-titre`;
  const aideId = (valeur: string) => `${prefixe}-${nom}-${valeur}-aide`;
  return (
    <div class="reponses" role="group" aria-labelledby={titreId}>
      <p class="reponses-titre" id={titreId}>
        {titre}
      </p>
      {options.map(({ valeur, libelle, aide }) => (
        <div class="reponse" key={valeur}>
          <button
            name={nom}
            value={valeur}
            {...(aide !== undefined && { 'aria-describedby': aideId(valeur) })}
          >
            {libelle}
          </button>
          {aide !== undefined && (
            <p class="aide" id={aideId(valeur)}>
              {aide}
            </p>
          )}
        </div>
      ))}
    </div>
  );
}

/** At the top of the page: what stopped, in a sentence, and a link to each field. */
export function Bilan({
  saisie,
  champs,
  prefixe,
}: Pick<Props, 'champs' | 'prefixe'> & { readonly saisie: Saisie }): JSX.Element {
  const visibles = champsOf({ champs }).filter((c) => c.nature !== 'cache');
  const faux = visibles.flatMap((c) => {
    const message = fauteDe(c, { ...saisie, refus: null });
    return message === null ? [] : [{ id: idOf(prefixe, c), libelle: c.libelle, message }];
  });
  const ailleurs = saisie.fautes.filter(
    ({ champ }) => !visibles.some((c) => c.nom === champ || c.nom.startsWith(`${champ}.`)),
  );
  return (
    <div class="alerte alerte-refus" role="alert" tabIndex={-1} id="erreurs">
      <h2>{saisie.refus === null ? 'Le formulaire est à corriger' : 'Ce n’est pas possible'}</h2>
      {saisie.refus !== null && (
        <p>
          {saisie.refus.phrase} <a href={`#${prefixe}`}>Revenir au formulaire</a>
        </p>
      )}
      {faux.length + ailleurs.length > 0 && (
        <ul>
          {faux.map(({ id, libelle, message }) => (
            <li key={id}>
              <a href={`#${id}`}>
                {libelle.endsWith('?') ? `${libelle} ${message}` : `${libelle} : ${message}`}
              </a>
            </li>
          ))}
          {ailleurs.map(({ champ, message }) => (
            <li key={champ}>{message}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
