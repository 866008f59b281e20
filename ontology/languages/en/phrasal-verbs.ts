/** Particles of English verbs that may stand behind the object: `shut the skid down`. */
export const PARTICLES = 'down up off out on in over away back';

/** Words that may open the object between a verb and its particle; each other function word ends it. */
export const DETERMINERS = 'the a an this that these those it its them their his her my our your all both each every';
