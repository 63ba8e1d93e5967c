/// Names that run programs, reach what does, or read and write files and the network.
enum ImportDenylist {
  /// Whether a name is dangerous, wherever it is imported from.
  ///
  /// Since protocol 4 a name may hold dots: `sklearn.utils` + `os.system` is `os.system`.
  static func has(module: String, name: String) -> Bool {
    let path = components(module)
    let parts = components(name)
    if path.indices.contains(where: { modules.contains(path[...$0].joined(separator: ".")) }) {
      return true
    }
    if parts.contains(where: { reaching.contains($0) }) { return true }
    if parts.count > 1, parts.contains(where: { $0.hasPrefix("__") || modules.contains($0) }) {
      return true
    }
    return path.indices.contains { end in
      names[path[...end].joined(separator: ".")]?.contains(parts.first ?? "") == true
    }
  }

  private static func components(_ text: String) -> [String] {
    text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }

  /// Modules that no model needs, with all that is in them.
  private static let modules = words(
    """
    os posix nt subprocess _posixsubprocess commands popen2 pty tty termios fcntl msvcrt _winapi winreg
    _winreg sys sysconfig site sitecustomize usercustomize gc inspect atexit faulthandler signal resource
    importlib _frozen_importlib _frozen_importlib_external _bootlocale imp _imp zipimport runpy pkgutil
    pkg_resources pip setuptools distutils _distutils_hack ensurepip venv idlelib lib2to3 py_compile
    compileall code codeop pdb bdb timeit profile cProfile trace doctest unittest cmd rlcompleter
    symtable tabnanny ctypes _ctypes cffi marshal pickle _pickle cPickle pickletools dill cloudpickle
    shelve dbm multiprocessing _multiprocessing concurrent threading _thread
    dummy_threading asyncio socket _socket socketserver SocketServer ssl select selectors http httplib
    urllib urllib2 urllib3 requests aiohttp httpx ftplib smtplib smtpd telnetlib poplib imaplib nntplib
    xmlrpc xmlrpclib wsgiref cgi webbrowser antigravity shutil tempfile fileinput _pyio mmap
    sqlite3 functools _functools operator _operator logging.config logging.handlers readline curses
    pydoc pipes _osx_support _aix_support
    tkinter turtle getpass pwd grp spwd nis syslog crypt IPython jinja2 pytest _pytest nose paramiko fabric
    joblib.externals sklearn.externals.joblib.externals numpy.testing numpy.f2py numpy.distutils
    numpy.ctypeslib numpy.lib.npyio numpy.lib._npyio_impl pandas.core.computation pandas.io
    pandas.compat.pickle_compat torch.hub torch.package torch.serialization torch.jit
    torch.utils.cpp_extension torch.utils.collect_env torch._inductor torch._dynamo sklearn.callback test.support
    gzip bz2 lzma tarfile zipfile linecache mailcap cgitb jsonpickle numexpr sympy.core.sympify
    numpy.lib._datasource numpy.lib.format numpy.compat scipy.io scipy.datasets scipy.weave
    sklearn.datasets sklearn._build_utils sklearn.utils._joblib statsmodels.iolib.smpickle
    torch.utils._config_module torch.utils.bottleneck skops.io mlflow nltk.data ray.cloudpickle
    joblib.memory joblib.parallel joblib._memmapping_reducer
    """)

  /// What is dangerous in a module that is not so as a whole, and in its submodules.
  private static let names: [String: Set<String>] = [
    "builtins": builtins,
    "__builtin__": builtins,
    "types": words(
      """
      CodeType FunctionType LambdaType MethodType ModuleType CellType GeneratorType CoroutineType
      MethodWrapperType BuiltinFunctionType new_class prepare_class coroutine DynamicClassAttribute
      """),
    "io": words("open open_code FileIO OpenWrapper TextIOWrapper"),
    "_io": words("open open_code FileIO TextIOWrapper"),
    "itertools": words("starmap accumulate takewhile dropwhile filterfalse groupby"),
    "copyreg": words("add_extension"),
    "copy_reg": words("add_extension"),
    "attr": words("make_class _make_attr_tuple_class"),
    "huggingface_hub": words("hf_hub_download snapshot_download"),
    "logging": words("FileHandler"),
    "six": words("exec_"),
    "statsmodels.api": words("load"),
    "sympy": words("sympify"),
    "typing": words("get_type_hints"),
    "weakref": words("finalize"),
    "codecs": words("open EncodedFile StreamReaderWriter StreamRecoder lookup register"),
    "_codecs": words("lookup register"),
    "platform": words("popen _syscmd_file _syscmd_ver"),
    "pathlib": words("os io"),
    "uuid": words("_get_command_stdout _popen _find_mac"),
    "linecache": words("updatecache"),
    "numpy": words(
      """
      load save savez savez_compressed savetxt fromfile memmap genfromtxt loadtxt DataSource
      frompyfunc fromfunction apply_along_axis apply_over_axes piecewise
      """),
    "numpy.core": words("_ufunc_reconstruct memmap"),
    "numpy._core": words("_ufunc_reconstruct memmap"),
    "numpy.lib": words("load save savetxt DataSource safe_eval"),
    "pandas": words(
      """
      eval read_pickle to_pickle read_csv read_excel read_hdf read_sql read_sql_query read_html
      read_xml read_json read_clipboard read_table read_parquet HDFStore ExcelWriter ExcelFile
      """),
    "joblib": words("load dump Memory Parallel register_store_backend"),
    "joblib.numpy_pickle": words("load _unpickle load_temporary_memmap NumpyUnpickler"),
    "torch": words("load compile"),
    "yaml": words("load unsafe_load full_load load_all unsafe_load_all"),
    "keras": words("load_model Lambda"),
    "tensorflow": words("load_model Lambda load_library load_op_library"),
    "sklearn.utils": words("Parallel parallel_backend delayed"),
    "sklearn.externals.joblib": words("load dump Memory Parallel"),
  ]

  private static let builtins = words(
    """
    eval exec execfile compile open file input raw_input __import__ getattr setattr delattr hasattr
    apply map filter reduce globals locals vars dir breakpoint help exit quit memoryview super
    classmethod staticmethod property callable iter next reload __build_class__ __loader__
    """)

  /// Names of modules that some harmless module has imported, and so holds.
  private static let reaching = words(
    """
    os posix nt sys subprocess builtins __builtins__ __builtin__ importlib __import__ __globals__
    __subclasses__ __getattribute__ __class__ __dict__ __code__ __loader__ __reduce__ __reduce_ex__ ctypes
    socket shutil pickle marshal _pickle cloudpickle runpy
    """)
}
