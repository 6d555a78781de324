/** Programs that do not want to end, or leave something behind when they do. Each needs classes of its own. */
package stubborn;
