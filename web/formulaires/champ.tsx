import type { JSX } from 'preact';
import { insecable } from '../typographie';
import { fauteDe, type Champ, type Saisie } from './formulaire';

type Props<C> = { readonly champ: C; readonly prefixe: string; readonly saisie: Saisie | null };
type Visible = Exclude<Champ, { nature: 'cache' }>;

/** One field with its label, its hint and its error, tied to it by their ids. */
export function ChampDessine({ champ, prefixe, saisie }: Props<Champ>): JSX.Element {
  if (champ.nature === 'cache')
    return (
      <>
        <input type="hidden" name={champ.nom} value={champ.valeur} />
        {champ.dit !== undefined && <p class="fixe">{insecable(champ.dit)}</p>}
      </>
    );
  if (champ.nature === 'boutons') return <Boutons champ={champ} prefixe={prefixe} saisie={saisie} />;
  const id = idOf(prefixe, champ);
  const faute = fauteDe(champ, saisie);
  return (
    <div class={`champ champ-${champ.nature}${faute === null ? '' : ' champ-faux'}`}>
      {champ.nature === 'case' && <Controle champ={champ} id={id} saisie={saisie} faute={faute} />}
      <label for={id}>
        {champ.libelle}
        {champ.facultatif === true && champ.nature !== 'case' && <span class="discret"> (facultatif)</span>}
      </label>
      <Aides champ={champ} id={id} faute={faute} />
      {champ.nature !== 'case' && <Controle champ={champ} id={id} saisie={saisie} faute={faute} />}
    </div>
  );
}

export function idOf(prefixe: string, { nom }: { readonly nom: string }): string {
  return `${prefixe}-${nom.replaceAll('.', '-')}`;
}

function Aides({
  champ,
  id,
  faute,
}: {
  readonly champ: Visible;
  readonly id: string;
  readonly faute: string | null;
}) {
  return (
    <>
      {champ.aide !== undefined && (
        <p class="aide" id={`${id}-aide`}>
          {champ.aide}
        </p>
      )}
      {faute !== null && (
        <p class="faute" id={`${id}-faute`}>
          {faute}
        </p>
      )}
    </>
  );
}

type PropsControle = {
  readonly champ: Exclude<Visible, { nature: 'boutons' }>;
  readonly id: string;
  readonly saisie: Saisie | null;
  readonly faute: string | null;
};

function Controle({ champ, id, saisie, faute }: PropsControle): JSX.Element {
  const decrit = [champ.aide !== undefined && `${id}-aide`, faute !== null && `${id}-faute`].filter(Boolean);
  const commun = {
    id,
    name: champ.nom,
    ...(champ.facultatif !== true && champ.nature !== 'case' && { required: true }),
    ...(decrit.length > 0 && { 'aria-describedby': decrit.join(' ') }),
    ...(faute !== null && { 'aria-invalid': true }),
  };
  const valeur = saisie?.valeurs[champ.nom] ?? champ.valeur ?? '';
  switch (champ.nature) {
    case 'jour': {
      const { min, max } = champ;
      return (
        <input
          type="date"
          {...commun}
          value={valeur}
          {...(min !== undefined && { min })}
          {...(max !== undefined && { max })}
        />
      );
    }
    case 'heure':
      return <input type="time" {...commun} value={valeur} />;
    case 'minutes':
      return (
        <input type="number" inputMode="numeric" {...commun} min={champ.min} max={champ.max} value={valeur} />
      );
    case 'ligne':
      return <input type="text" {...commun} maxLength={200} value={valeur} />;
    case 'texte':
      return (
        <textarea {...commun} rows={2} maxLength={4000}>
          {valeur}
        </textarea>
      );
    case 'case':
      return <input type="checkbox" {...commun} value="oui" checked={valeur === 'oui'} />;
    case 'choix':
      return (
        <select {...commun}>
          <option value="">Choisir…</option>
          {champ.options.map((o) => (
            <option key={o.valeur} value={o.valeur} selected={o.valeur === valeur}>
              {o.libelle}
            </option>
          ))}
        </select>
      );
  }
}

/** Few answers, all read at a glance. */
function Boutons({ champ, prefixe, saisie }: Props<Extract<Champ, { nature: 'boutons' }>>): JSX.Element {
  const id = idOf(prefixe, champ);
  const faute = fauteDe(champ, saisie);
  const choisi = saisie?.valeurs[champ.nom] ?? champ.valeur;
  return (
    <fieldset
      class={`champ champ-boutons${faute === null ? '' : ' champ-faux'}`}
      {...(faute !== null && { 'aria-describedby': `${id}-faute` })}
    >
      <legend>{champ.libelle}</legend>
      <Aides champ={champ} id={id} faute={faute} />
      {champ.options.map((o, i) => (
        <div class="bouton-choix" key={o.valeur}>
          <input
            type="radio"
            id={`${id}${i === 0 ? '' : `-${i}`}`}
            name={champ.nom}
            value={o.valeur}
            required
            checked={o.valeur === choisi}
            {...(o.aide !== undefined && { 'aria-describedby': `${id}-${i}-aide` })}
          />
          <label for={`${id}${i === 0 ? '' : `-${i}`}`}>{o.libelle}</label>
          {o.aide !== undefined && (
            <p class="aide" id={`${id}-${i}-aide`}>
              {o.aide}
            </p>
          )}
        </div>
      ))}
    </fieldset>
  );
}
