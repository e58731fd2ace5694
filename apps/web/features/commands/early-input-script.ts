/**
 * Stands in the page before all other scripts, and keeps what is pressed before
 * the page comes alive, and the clicks on parts that haven't yet. It hears them
 * first, because React holds back what meets a part it hasn't reached. What is
 * open above the page keeps its keys to itself. Links lead on by themselves.
 */
export const earlyInputScript = `window.earlyInput=[];addEventListener("keydown",function(e){
if(!Array.isArray(window.earlyInput)||e.target.closest("[role=menu],[role=dialog]"))return;
window.earlyInput.push(e);
// It would lead into the browser's own search.
if((e.ctrlKey||e.metaKey)&&e.key==="k")e.preventDefault()},true);
addEventListener("click",function(e){
var b=e.target.closest("button[type=button]");
// React may take the button over for this very click, and answers it then.
if(b&&!b.onclick)setTimeout(function(){if(window.earlyInput&&!b.onclick)window.earlyInput.push(e)})},true)`;
