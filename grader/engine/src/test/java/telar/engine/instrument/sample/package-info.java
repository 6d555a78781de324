/** Programs that the tests instrument and run. */
package telar.engine.instrument.sample;
