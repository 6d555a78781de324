package telar.engine.search;

class OracleTest {}
