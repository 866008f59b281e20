/** English words that say nothing of what a text is about, folded, before stemming. */
export const STOP_WORDS = `a an the this that these those it its they them their there here he she his her we our us you your i my me
is are was were be been being am do does did done has have had having can could may might must shall should will would
of in at by for with from to as into onto about and or but so if then than because since while also such very too just only
what which who whom whose when where why how often please tell let any some all each every both other another same own
s t re ve ll d m`;
