/** Why something could not be done, in the words of the service. */
export function Failure({ text }: { readonly text: string | undefined }) {
  if (text === undefined) return null;
  return (
    <p class="notice warning" role="alert">
      {text}
    </p>
  );
}
