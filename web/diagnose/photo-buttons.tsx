import { useRef } from 'preact/hooks';
import { useWords } from '../languages/words.ts';
import { Icon } from '../parts/icon.tsx';

/** Takes a photo with the camera at the back of a phone, or one that is there already. */
export function PhotoButtons({ choose }: { readonly choose: (file: File) => void }) {
  const words = useWords();
  const camera = useRef<HTMLInputElement>(null);
  const album = useRef<HTMLInputElement>(null);
  const take = ({ currentTarget }: { readonly currentTarget: HTMLInputElement }) => {
    const [file] = currentTarget.files ?? [];
    // The same photo may be chosen again.
    currentTarget.value = '';
    if (file !== undefined) choose(file);
  };
  return (
    <div class="photo-buttons">
      <button type="button" onClick={() => camera.current?.click()}>
        <Icon name="camera" />
        {words('photo.take')}
      </button>
      <button type="button" onClick={() => album.current?.click()}>
        <Icon name="file" />
        {words('photo.choose')}
      </button>
      <p class="aside">{words('photo.hint')}</p>
      <input ref={camera} type="file" accept="image/*" capture="environment" hidden onChange={take} aria-label={words('photo.take')} />
      <input ref={album} type="file" accept="image/*" hidden onChange={take} aria-label={words('photo.choose')} />
    </div>
  );
}
