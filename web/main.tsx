import './styles/base.css';
import './styles/frame.css';
import './styles/ask.css';
import './styles/answer.css';
import './styles/review.css';
import './styles/source.css';
import './styles/diagnose.css';
import './styles/explore.css';
import './styles/figures.css';
import './styles/library.css';
import './styles/search-test.css';
import './styles/evaluate.css';
import './styles/print.css';
import { render } from 'preact';
import { App } from './app.tsx';

const place = document.getElementById('page');
if (place === null) throw new Error('the page has no place to stand in');
render(<App />, place);
