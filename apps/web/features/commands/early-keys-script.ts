/**
 * Stands in the page before all other scripts, and keeps the keys that are
 * pressed before the page comes alive. It hears them first, because React holds
 * back those that meet a part it hasn't reached. What is open above the page
 * keeps its keys to itself.
 */
export const earlyKeysScript = `window.earlyKeys=[];addEventListener("keydown",function(e){
if(!window.earlyKeys||e.target.closest("[role=menu],[role=dialog]"))return;
window.earlyKeys.push(e);
// It would lead into the browser's own search.
if((e.ctrlKey||e.metaKey)&&e.key==="k")e.preventDefault()},true)`;
