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
var b=e.target.closest("button[type=button]"),came=false;
if(!b||b.onclick)return;
function keep(){if(window.earlyInput)window.earlyInput.push(e)}
// React may take the button over for this very click, and answers it then; a click that it can't answer yet it stops. A
// moment later the button may be alive without having heard of it.
b.addEventListener("click",function(){came=true;if(!b.onclick)keep()},{once:true});
setTimeout(function(){if(!came)keep()})},true)`;
